import { darknessOf, findMarks, type Darkness, type Mark, type Picture } from './find-marks.ts';

/** Width of the large marks, and of codes from the smallest to one of a link of a hundred characters, in modules. */
const MARK = 7;
const [LEAST, MOST] = [21, 57];
/** From the edge of a code to the middle of a mark. */
const MIDDLE = MARK / 2;

interface Point {
  x: number;
  y: number;
}

/** Where a code lies in a picture: its first mark, and the way from module to module, along its rows and its columns. */
interface Place {
  size: number;
  first: Point;
  across: Point;
  down: Point;
  /** Which of its marks were found; the third is lost. */
  found: ('first' | 'right' | 'below')[];
}

/** So many are drawn anew at most: each is decoded in a few milliseconds. */
const MOST_PLACES = 8;

/**
 * Codes of which a stain has one of the three large marks: where two are left, the place of the third is known, and the code is drawn
 * anew, upright, with all that every code has in its place (ADR 47). What else the stain lies on the decoder repairs. The likeliest comes
 * first; none where no two marks are, or nothing between them looks like a code. Pure.
 */
export function* mendedCodes(picture: Picture): Generator<Picture> {
  const seen = darknessOf(picture);
  const marks = findMarks(seen);
  const judged = marks
    .flatMap((one, index) => marks.slice(index + 1).flatMap((other) => placesOf(one, other)))
    .map((place) => ({ place, likeness: likenessOf(place, seen) }))
    .filter(({ likeness }) => likeness >= LIKE_A_CODE)
    .sort((a, b) => b.likeness - a.likeness);
  for (const place of withoutTwins(judged.map((one) => one.place)).slice(0, MOST_PLACES)) yield drawn(place, picture);
}

/** A mark that a photo shows larger is nearer: not much, or they are not of one code. */
const LARGEST_RATIO = 1.4;
/** How much longer or shorter than across a code may look down, where no mark tells: a photo taken from the side. */
const STRETCHES = [1, 0.97, 1.03, 0.94, 1.06, 0.91, 1.09];

/** All places of a code that has these two marks. */
function placesOf(one: Mark, other: Mark): Place[] {
  if (Math.max(one.module, other.module) > LARGEST_RATIO * Math.min(one.module, other.module)) return [];
  const way = { x: other.x - one.x, y: other.y - one.y };
  const module = (one.module + other.module) / 2;
  return [
    ...sizesOf(way, module, 0).flatMap((size) => STRETCHES.flatMap((stretch) => besides(one, other, size, stretch))),
    ...sizesOf(way, module, 1).flatMap((size) =>
      STRETCHES.flatMap((stretch) => [opposite(one, other, size, stretch), opposite(other, one, size, stretch)]),
    ),
  ];
}

/**
 * Modules of a code whose marks lie so far apart: the two sizes that come nearest. `turned`: eighths of a full turn between a side of the code and
 * the way from mark to mark. A row of the picture crosses a turned mark aslant, and so farther.
 */
function sizesOf(way: Point, module: number, turned: 0 | 1): number[] {
  const turn = Math.atan2(way.y, way.x) - (turned * Math.PI) / 4;
  const aslant = turn - Math.round(turn / (Math.PI / 2)) * (Math.PI / 2);
  const apart = Math.hypot(way.x, way.y) / (turned === 1 ? Math.SQRT2 : 1);
  const version = (apart / (module * Math.cos(aslant)) + MARK - 17) / 4;
  return [Math.floor(version), Math.ceil(version)]
    .map((v) => 17 + 4 * v)
    .filter((size) => size >= LEAST && size <= MOST);
}

/** Two marks side by side: the first and the right one, or the first and the one below, either of them the first. */
function besides(one: Mark, other: Mark, size: number, stretch: number): Place[] {
  return [[one, other] as const, [other, one] as const].flatMap(([first, second]): Place[] => {
    const step = { x: (second.x - first.x) / (size - MARK), y: (second.y - first.y) / (size - MARK) };
    return [
      {
        size,
        first,
        across: step,
        down: { x: -step.y * stretch, y: step.x * stretch },
        found: ['first', 'right'],
      },
      {
        size,
        first,
        across: { x: step.y * stretch, y: -step.x * stretch },
        down: step,
        found: ['first', 'below'],
      },
    ];
  });
}

/** The right mark and the one below, across the code from each other: the first one is lost. */
function opposite(right: Mark, below: Mark, size: number, stretch: number): Place {
  // The way from one to the other is that of the columns less that of the rows, which stand upright on each other.
  const [x, y] = [(below.x - right.x) / (size - MARK), (below.y - right.y) / (size - MARK)];
  const of = 1 + stretch ** 2;
  const across = { x: (stretch * y - x) / of, y: -(stretch * x + y) / of };
  const first = { x: right.x - across.x * (size - MARK), y: right.y - across.y * (size - MARK) };
  return {
    size,
    first,
    across,
    down: { x: -across.y * stretch, y: across.x * stretch },
    found: ['right', 'below'],
  };
}

/** Where a place of the code, in modules from its upper left corner, lies in the picture, in pixels. */
const pixelOf = ({ first, across, down }: Place, u: number, v: number): Point => ({
  x: first.x + (u - MIDDLE) * across.x + (v - MIDDLE) * down.x,
  y: first.y + (u - MIDDLE) * across.y + (v - MIDDLE) * down.y,
});

/** Of what a code has in its place, so much is there: by chance half of it would be. */
const LIKE_A_CODE = 0.75;

/** How much of what every code has is there, by the worst of its found marks and the dashed lines between the three: 0 to 1. */
function likenessOf(place: Place, seen: Darkness): number {
  const { size } = place;
  const isDark = (u: number, v: number) => {
    const { x, y } = pixelOf(place, u + 0.5, v + 0.5);
    const [column, row] = [Math.floor(x), Math.floor(y)];
    if (column < 0 || row < 0 || column >= seen.width || row >= seen.height) return false;
    return seen.dark[row * seen.width + column] === 1;
  };
  const corners = { first: [0, 0], right: [size - MARK, 0], below: [0, size - MARK] } as const;
  const marks = place.found.map((name) => {
    const [left, top] = corners[name];
    let agreed = 0;
    for (let v = -1; v <= MARK; v++)
      for (let u = -1; u <= MARK; u++) if (isDark(left + u, top + v) === isDarkInMark(u, v)) agreed++;
    return agreed / (MARK + 2) ** 2;
  });
  if (Math.min(...marks) < LIKE_A_CODE) return 0;
  let agreed = 0;
  for (let step = MARK + 1; step < size - MARK - 1; step++) {
    if (isDark(step, DASHED) === isDash(step)) agreed++;
    if (isDark(DASHED, step) === isDash(step)) agreed++;
  }
  return Math.min(...marks, agreed / (2 * (size - 2 * MARK - 2)));
}

/** The row and the column in which dark and light modules alternate from mark to mark. */
const DASHED = 6;
const isDash = (step: number) => step % 2 === 0;

/** A dark square in a light one in a dark one; light around it. */
function isDarkInMark(u: number, v: number): boolean {
  const ring = Math.max(Math.abs(u - 3), Math.abs(v - 3));
  return ring === 3 || ring <= 1;
}

/** Of places that differ by less than a decoder makes good the likeliest is enough. */
function withoutTwins(places: Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    const [end, size] = [pixelOf(place, place.size, place.size), place.size];
    const isTwin = kept.some((known) => {
      const other = pixelOf(known, size, size);
      const apart = Math.hypot(known.first.x - place.first.x, known.first.y - place.first.y);
      const module = Math.hypot(known.across.x, known.across.y);
      return known.size === size && Math.max(apart, Math.hypot(other.x - end.x, other.y - end.y)) < module / 2;
    });
    if (!isTwin) kept.push(place);
  }
  return kept;
}

/** Pixels of a module of what is drawn, and modules of white around it. */
const SCALE = 6;
const QUIET = 4;

/** The code upright, with its three marks, what divides them from the rest, and the dashed lines; the rest as the picture has it. */
function drawn(place: Place, { width, height, data }: Picture): Picture {
  const side = (place.size + 2 * QUIET) * SCALE;
  const out = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0, pixel = 0; y < side; y++) {
    const v = (y + 0.5) / SCALE - QUIET;
    for (let x = 0; x < side; x++, pixel += 4) {
      const u = (x + 0.5) / SCALE - QUIET;
      const known = knownAt(Math.floor(u), Math.floor(v), place.size);
      if (known === false) continue;
      const from = pixelOf(place, u, v);
      const [column, row] = [Math.floor(from.x), Math.floor(from.y)];
      const isInside = column >= 0 && row >= 0 && column < width && row < height;
      const source = (row * width + column) * 4;
      for (let shade = 0; shade < 3; shade++) {
        out[pixel + shade] = known ? 0 : isInside ? (data[source + shade] ?? 255) : 255;
      }
    }
  }
  return { width: side, height: side, data: out };
}

/** Whether a module is dark in every code of that size; null: it depends. */
function knownAt(u: number, v: number, size: number): boolean | null {
  if (u < 0 || v < 0 || u >= size || v >= size) return false;
  const [isLeft, isTop] = [u <= MARK, v <= MARK];
  const [isRight, isBelow] = [u >= size - MARK - 1, v >= size - MARK - 1];
  if ((isLeft && isTop) || (isRight && isTop) || (isLeft && isBelow))
    return isDarkInMark(isRight ? u - (size - MARK) : u, isBelow ? v - (size - MARK) : v);
  if (v === DASHED) return isDash(u);
  return u === DASHED ? isDash(v) : null;
}

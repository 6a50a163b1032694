const POINT = /^(\d{1,2}(?:\.\d{1,6})?),(\d{2,3}(?:\.\d{1,6})?)$/;

/** Degrees between which all of this country lies. */
const [SOUTH, NORTH, WEST, EAST] = [3, 54, 73, 136];

/** Latitude and longitude of a point as it is kept, 23.021548,113.121416; null for '' and for what is no point here. */
export function readMapPoint(text: string): { latitude: number; longitude: number } | null {
  const [, north, east] = POINT.exec(text) ?? [];
  if (north === undefined || east === undefined) return null;
  const [latitude, longitude] = [Number(north), Number(east)];
  const isHere = latitude >= SOUTH && latitude <= NORTH && longitude >= WEST && longitude <= EAST;
  return isHere ? { latitude, longitude } : null;
}

export const isMapPoint = (text: string): boolean => readMapPoint(text) !== null;

import { inside, settings, withFolder } from '../children.ts';
import type { FormSamples } from '../inside/forms.ts';
import { ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise } from '../samples.ts';

/** The longest legal 《律师基本信息登记表》, signed, against Typst alone. */
export async function registrationForm(): Promise<Line[]> {
  const samples = await withFolder((folder) => inside<FormSamples>('forms', [], settings(folder)));
  const { ours, typst, pages, bytes } = samples;
  const subject = {
    what: '《律师基本信息登记表》, longest legal file, CPU',
    yardstick: 'bare Typst compile of the same form',
  };
  const note = `${pages} pages, ${round(bytes / 1024)} KB, CPU ${round(summarise(ours).median)} ms; bare Typst ${round(summarise(typst).median)} ms`;
  return [ratioLine(subject, { atMost: 1.6 }, ratios(ours, typst), note)];
}

import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { FaqEntry } from './model.ts';
import { SHIPPED_FAQ } from './shipped-faq.ts';

/** Installs the entries that come with the system; what staff have changed or taken back stays as they left it. */
export async function installShippedFaq(): Promise<void> {
  await transaction(async (t) => {
    const known = await FaqEntry.findAll({ attributes: ['shippedAs'], transaction: t });
    const there = new Set(known.map(({ shippedAs }) => shippedAs));
    const missing = SHIPPED_FAQ.map((entry, index) => ({ ...entry, position: (index + 1) * 10 })).filter(
      ({ shippedAs }) => !there.has(shippedAs),
    );
    const state = { answerHtml: null, isPublished: true, version: 1, updatedAt: clock.now() };
    // Processes that start together: who comes second finds them.
    await FaqEntry.bulkCreate(
      missing.map((entry) => ({ ...entry, ...state })),
      { transaction: t, ignoreDuplicates: true },
    );
  });
}

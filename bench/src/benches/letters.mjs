// Letters to PDF, from the shipped template to finished pages, on the renderer's own threads.
import { createLetterRenderer } from '@quittance/adapters/letters-pdf';
import { createMessageRenderer } from '@quittance/adapters/messages';
import { createTemplateEngine } from '@quittance/adapters/templates-liquid';
import { shippedTemplate } from '@quittance/core/letters';
import { sampleView } from '../stand/sample-view.mjs';

export const bench = {
  name: 'letters',
  what: 'Letters with three invoices, a credit and the company’s mentions are rendered to PDF.',
  unit: 'letters',
  reference: null,
  target: 'at least 100 letters a second on 2 cores',
  sizes: { small: [10, 32, 100], medium: [32, 100, 316], large: [100, 316, 1_000] },
  async open(size) {
    const letters = createLetterRenderer();
    const renderer = createMessageRenderer({ engine: createTemplateEngine(), letters });
    const views = Array.from({ length: size }, (_, index) => sampleView(index + 1, 'letter', 'last_warning'));
    const template = shippedTemplate('last_warning', 'letter', 'fr');
    let bytes = 0;
    const render = async (view) => {
      const message = await renderer.renderMessage(view, template);
      if (!message.ok) throw new Error(message.refusal.code);
      bytes = message.value.pdf.length;
    };
    return {
      ours: () => Promise.all(views.map(render)),
      figures: (medianMs) => ({ lettersPerSecond: Math.round((size / medianMs) * 1_000), bytesEach: bytes }),
      close: () => letters.close(),
    };
  },
};

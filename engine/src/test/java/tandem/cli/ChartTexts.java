package tandem.cli;

/** What can be wrong with the texts of charts: a script that lists them. */
final class ChartTexts {
    private ChartTexts() {}

    /** Texts that leave their picture, lie on each other, repeat a number of their axis, or say what no reader means. */
    static final String BAD = """
        (() => {
          const found = [];
          const shown = text => text.textContent && text.getAttribute('opacity') !== '0' && text.getBoundingClientRect().width;
          for (const svg of document.querySelectorAll('.vega svg, .claims svg')) {
            const picture = svg.getBoundingClientRect();
            const where = svg.closest('[id]').id;
            const texts = [...svg.querySelectorAll('text')].filter(shown);
            const boxes = texts.map(text => text.getBoundingClientRect());
            texts.forEach((text, i) => {
              const box = boxes[i];
              if (Math.max(picture.left - box.left, box.right - picture.right, picture.top - box.top, box.bottom - picture.bottom) > 1.5) {
                found.push(`${where}: "${text.textContent}" is cut off`);
              }
              if (/NaN|undefined|null|Infinity/.test(text.textContent)) {
                found.push(`${where}: "${text.textContent}"`);
              }
              for (let j = 0; j < i; j++) {
                const other = boxes[j];
                if (Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2
                    && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 2) {
                  found.push(`${where}: "${text.textContent}" lies on "${texts[j].textContent}"`);
                }
              }
            });
            for (const axis of svg.querySelectorAll('.role-axis-label')) {
              const labels = [...axis.querySelectorAll('text')].filter(shown).map(text => text.textContent);
              if (new Set(labels).size < labels.length) {
                found.push(`${where}: an axis repeats itself: ${labels.join(' ')}`);
              }
            }
          }
          for (const text of document.querySelectorAll('figcaption, h3, .legend, .claims, table.changes')) {
            if (/NaN|undefined|null|Infinity/.test(text.textContent)) {
              found.push(text.textContent);
            }
          }
          return found;
        })()\
        """;

    /**
     * Pairs of colours that differ too little for their use: text on paper by 4.5, all else by 3, as WCAG 2.2 has it (1.4.3 and
     * 1.4.11).
     */
    static final String FAINT = """
        (() => {
          const c = tandem.colours();
          const luminance = colour => {
            const [r, g, b] = colour.match(/[\\d.]+/g).map(Number)
              .map(part => part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const contrast = (a, b) => {
            const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q);
            return (high + 0.05) / (low + 0.05);
          };
          const text = {ink: c.ink, muted: c.muted, loss: c.loss, accuracy: c.accuracy, band: c.band, fails: c.categories[3]};
          const other = {strongLine: c.strongLine, ...Object.fromEntries(c.categories.map((colour, i) => [`c${i}`, colour]))};
          return [...Object.entries(text).map(([name, colour]) => [name, contrast(colour, c.paper), 4.5]),
            ['muted on panel', contrast(c.muted, c.panel), 4.5],
            ...Object.entries(other).map(([name, colour]) => [name, contrast(colour, c.paper), 3])]
            .filter(([, had, needed]) => had < needed).map(([name, had]) => `${name} ${had.toFixed(2)}`);
        })()\
        """;
}

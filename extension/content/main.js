// What the background script asks of this page: to mark its article, when the reader wants it, and to take everything away again.
if (!globalThis.caveatLector.answers) {
  const lector = globalThis.caveatLector;
  const api = globalThis.browser ?? chrome;

  const answers = {
    /** Answers that the scripts are here, and whether the page is marked. */
    present: () => ({ marked: Boolean(lector.reader) }),
    /**
     * Marks the page, or takes the marks away; answers whether it is marked. With `again` it is marked anew, with `part` only what is
     * selected, `inFrame` if the selection is in a frame.
     */
    async toggle({ words, ledgers, again, part, inFrame }) {
      if (lector.reader && !again) {
        answers.remove();
        return { marked: false };
      }
      answers.remove();
      const selected = lector.selected({ inFrame });
      const reader = new lector.Reader(words, { ledgers, selected });
      lector.reader = reader;
      if (part && !selected) return reader.refuse();
      await reader.mark().catch((fault) => {
        answers.remove();
        throw fault;
      });
      return { marked: lector.reader === reader };
    },
    remove() {
      lector.reader?.remove();
      lector.reader = null;
      return { marked: false };
    },
    async again() {
      await lector.reader?.markAgain();
      return { marked: Boolean(lector.reader) };
    },
    markAnyway() {
      lector.reader?.markAnyway();
    },
    step({ by }) {
      lector.reader?.steps.step(by);
    },
    article() {
      return lector.reader?.article();
    },
    go(span) {
      lector.reader?.steps.goTo(span);
    },
  };
  lector.answers = answers;
  api.runtime.onMessage.addListener((message, _sender, answer) => {
    if (!answers[message?.do]) return false;
    Promise.resolve(answers[message.do](message)).then((said) => answer(said ?? {}), (fault) => answer({ fault: String(fault) }));
    return true;
  });
}

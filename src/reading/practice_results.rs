//! The results of practice that are kept on the device.

use super::practice::{Outcome, Verdict};
use crate::engine::{BlockKind, Report};

/// The result of one exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PracticeResult {
    /// The day, as `2026-11-26`.
    pub date: String,
    /// The first words of the article.
    pub article: String,
    /// Phrases that reader and rules mark in the same category.
    pub found: usize,
    /// Phrases that only the rules mark.
    pub missed: usize,
    /// Phrases in another category than that of the rules.
    pub wrong: usize,
    /// Phrases that only the reader marks.
    pub extra: usize,
}

impl PracticeResult {
    /// Counts the outcomes of an exercise.
    #[must_use]
    pub fn new(date: String, text: &str, report: &Report, outcomes: &[Outcome]) -> Self {
        let count = |verdict| outcomes.iter().filter(|outcome| outcome.verdict == verdict).count();
        Self {
            date,
            article: first_words(text, report),
            found: count(Verdict::Both),
            missed: count(Verdict::Missed),
            wrong: count(Verdict::Otherwise),
            extra: count(Verdict::Extra),
        }
    }
}

/// Longest beginning of an article that names it, in characters.
const LONGEST: usize = 80;

/// Returns the first words of an article in one line: its first block that is not page furniture, cut after a word.
#[must_use]
pub fn first_words(text: &str, report: &Report) -> String {
    let block = report.blocks.iter().find(|block| block.kind != BlockKind::Furniture);
    let line = block.map_or(text, |block| block.span.of(text)).split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", &line[..line[..end].rfind(' ').unwrap_or(end)]),
        None => line,
    }
}

/// All results that are kept, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultList(Vec<PracticeResult>);

/// Largest number of results that are kept; the oldest are removed first.
const MOST: usize = 200;

impl ResultList {
    /// Returns the results, the oldest first.
    #[must_use]
    pub fn results(&self) -> &[PracticeResult] {
        &self.0
    }

    /// Adds a result.
    pub fn add(&mut self, result: PracticeResult) {
        self.0.push(result);
        self.0.drain(..self.0.len().saturating_sub(MOST));
    }

    /// Writes the results as text for the storage, one a line.
    #[must_use]
    pub fn code(&self) -> String {
        let line = |result: &PracticeResult| {
            let PracticeResult { date, article, found, missed, wrong, extra } = result;
            format!("{date}\t{found}\t{missed}\t{wrong}\t{extra}\t{article}")
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Reads what [`ResultList::code`] writes. Lines that are not valid are left out.
    #[must_use]
    pub fn decode(code: &str) -> Self {
        let read = |line: &str| {
            let mut parts = line.splitn(6, '\t');
            let date = parts.next().filter(|date| !date.is_empty())?.to_owned();
            let mut number = || parts.next()?.parse().ok();
            let (found, missed, wrong, extra) = (number()?, number()?, number()?, number()?);
            Some(PracticeResult { date, article: parts.next()?.to_owned(), found, missed, wrong, extra })
        };
        let mut results = Self::default();
        code.lines().filter_map(read).for_each(|result| results.add(result));
        results
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Span, analyze};
    use crate::lexicon::Category;
    use crate::reading::{Guess, grade};

    #[test]
    fn a_result_counts_what_was_found_missed_and_wrong() {
        let text = "Ferry\tstory\n\nCritics say it may fail. No decision has been made.";
        let report = analyze(text);
        let guess = |words: &str, category| {
            let start = text.find(words).expect("it is there");
            Guess { span: Span { start, end: start + words.len() }, category }
        };
        let guesses = [guess("may", Category::Hedge), guess("fail", Category::Hedge), guess("No decision", Category::Source)];
        let result = PracticeResult::new("2026-11-26".into(), text, &report, &grade(&report, &guesses));
        let article = "Ferry story".to_owned();
        assert_eq!(result, PracticeResult { date: "2026-11-26".into(), article, found: 1, missed: 1, wrong: 1, extra: 1 });
        let mut results = ResultList::default();
        results.add(result);
        assert_eq!(results.code(), "2026-11-26\t1\t1\t1\t1\tFerry story");
        assert_eq!(ResultList::decode(&results.code()), results);
    }

    #[test]
    fn damaged_lines_are_left_out_and_the_oldest_results_go_first() {
        assert_eq!(ResultList::decode("x\n\n2026-11-26\t1\t2\tno\t1\ta\n\t1\t1\t1\t1\ta"), ResultList::default());
        let lines: Vec<String> = (0..MOST + 3).map(|number| format!("d\t{number}\t0\t0\t0\ta")).collect();
        let results = ResultList::decode(&lines.join("\n"));
        assert_eq!((results.results().len(), results.results()[0].found), (MOST, 3));
    }

    #[test]
    fn an_article_is_named_by_its_first_words() {
        let check = |text: &str, expected: &str| assert_eq!(first_words(text, &analyze(text)), expected);
        check("", "");
        check("Share\n\nThe ferry  sailed.", "The ferry sailed.");
        check(&"ferry ".repeat(20), &format!("{} …", ["ferry"; 13].join(" ")));
        check(&"é".repeat(90), &format!("{} …", "é".repeat(80)));
    }
}

//! Findings and rules that the reader wants to ignore.

use super::one_line;
use crate::engine::{Finding, Report};
use crate::lexicon::Rule;

/// A finding or a rule that is ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exception {
    /// Every finding of a rule, by its id.
    Rule(String),
    /// One finding. It is recognised as long as its sentence stays the same.
    Finding {
        /// The id of its rule.
        rule: String,
        /// A fingerprint of its sentence.
        sentence: u64,
        /// The number of the finding among those of the rule in such sentences, from 0: a text may contain the same sentence twice.
        place: usize,
    },
}

/// All exceptions, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExceptionList(Vec<Exception>);

/// Largest number of exceptions that are kept; the oldest are removed first.
const MOST: usize = 300;

impl ExceptionList {
    /// Returns the exceptions, the oldest first.
    #[must_use]
    pub fn exceptions(&self) -> &[Exception] {
        &self.0
    }

    /// Adds an exception unless it is there.
    pub fn add(&mut self, exception: Exception) {
        if !self.0.contains(&exception) {
            self.0.push(exception);
            self.0.drain(..self.0.len().saturating_sub(MOST));
        }
    }

    /// Removes an exception.
    pub fn remove(&mut self, exception: &Exception) {
        self.0.retain(|other| other != exception);
    }

    /// Returns the numbers of the findings of a report that are ignored, ascending.
    #[must_use]
    pub fn in_text(&self, text: &str, report: &Report) -> Vec<usize> {
        let mut numbers: Vec<usize> = self.0.iter().flat_map(|exception| exception.in_text(text, report)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Writes the exceptions as text for the storage, one a line.
    #[must_use]
    pub fn code(&self) -> String {
        let line = |exception: &Exception| match exception {
            Exception::Rule(rule) => rule.clone(),
            Exception::Finding { rule, sentence, place } => format!("{rule} {sentence:016x} {place}"),
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Reads what [`ExceptionList::code`] writes. Lines that are not valid are left out; unknown rule ids are ignored.
    #[must_use]
    pub fn decode(code: &str) -> Self {
        let read = |line: &str| {
            let mut parts = line.split(' ');
            let rule = parts.next().filter(|id| !id.is_empty() && id.chars().all(|c| c == '-' || c.is_alphanumeric()))?.to_owned();
            let Some(sentence) = parts.next() else { return Some(Exception::Rule(rule)) };
            Some(Exception::Finding { rule, sentence: u64::from_str_radix(sentence, 16).ok()?, place: parts.next()?.parse().ok()? })
        };
        let mut exceptions = Self::default();
        code.lines().filter_map(read).for_each(|exception| exceptions.add(exception));
        exceptions
    }
}

impl Exception {
    /// Returns the exception for the finding of this number.
    #[must_use]
    pub fn of(text: &str, report: &Report, number: usize) -> Option<Self> {
        let rule = report.findings.get(number)?.rule.id.to_string();
        let sentence = fingerprint(text, report, &report.findings[number]);
        let place = alike(text, report, &rule, sentence).position(|other| other == number)?;
        Some(Self::Finding { rule, sentence, place })
    }

    /// Returns the numbers of the findings that it covers, ascending.
    #[must_use]
    pub fn in_text(&self, text: &str, report: &Report) -> Vec<usize> {
        match self {
            Self::Rule(rule) => (0..report.findings.len()).filter(|number| report.findings[*number].rule.id == *rule).collect(),
            Self::Finding { rule, sentence, place } => alike(text, report, rule, *sentence).nth(*place).into_iter().collect(),
        }
    }
}

/// What a reader is told of an ignored rule: words that it marks, and how many marks of the text it hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IgnoredRule {
    /// Its first words in the text, otherwise those of its first example; empty for a rule without examples.
    pub words: String,
    /// The number of its findings.
    pub count: usize,
}

impl IgnoredRule {
    /// Describes a rule by a text and its whole report.
    #[must_use]
    pub fn new(rule: &Rule, text: &str, report: &Report) -> Self {
        let here = || report.findings.iter().filter(|finding| finding.rule.id == rule.id);
        let example = || rule.flags.first().and_then(|example| example.split(['{', '}']).nth(1)).unwrap_or_default();
        let words = here().next().map_or_else(|| example().to_owned(), |finding| shortened(&one_line(finding.span.of(text))));
        Self { words, count: here().count() }
    }
}

/// Longest words that stand for a rule, in characters.
const LONGEST_EXAMPLE: usize = 48;

/// Cuts long words between two of them.
fn shortened(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(LONGEST_EXAMPLE) else { return words.to_owned() };
    format!("{} …", &words[..words[..end].rfind(' ').unwrap_or(end)])
}

/// Returns the numbers of the findings of a rule in sentences with this fingerprint.
fn alike<'a>(text: &'a str, report: &'a Report, rule: &'a str, sentence: u64) -> impl Iterator<Item = usize> + 'a {
    let numbered = report.findings.iter().enumerate();
    let of_rule = numbered.filter(move |(_, finding)| finding.rule.id == rule && fingerprint(text, report, finding) == sentence);
    of_rule.map(|(number, _)| number)
}

/// Hashes the sentence of a finding with FNV-1a, which gives the same value in every version of the program.
fn fingerprint(text: &str, report: &Report, finding: &Finding) -> u64 {
    let sentence = report.sentences.get(finding.sentence).map_or("", |span| span.of(text));
    sentence.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;
    use crate::reading::{Filter, shown};

    const TEXT: &str = "It may rain or it may snow. It may hail.";

    #[track_caller]
    fn check(text: &str, exceptions: &ExceptionList, expected: &[usize]) {
        let report = shown(text, &analyze(text), &Filter::default(), exceptions);
        assert_eq!(report.findings.iter().map(|finding| finding.span.start).collect::<Vec<_>>(), expected);
        assert_eq!(ExceptionList::decode(&exceptions.code()), *exceptions);
    }

    #[test]
    fn one_finding_is_ignored_and_recognised_while_its_sentence_stays() {
        let mut exceptions = ExceptionList::default();
        exceptions.add(Exception::of(TEXT, &analyze(TEXT), 1).expect("there are three"));
        check(TEXT, &exceptions, &[3, 31]);
        check("Well. It may rain or it may snow.", &exceptions, &[9]);
        check("It may rain or it may sleet.", &exceptions, &[3, 18]);
        exceptions.remove(&exceptions.exceptions()[0].clone());
        check(TEXT, &exceptions, &[3, 18, 31]);
    }

    #[test]
    fn a_rule_is_ignored_everywhere() {
        let mut exceptions = ExceptionList::default();
        exceptions.add(Exception::Rule(analyze(TEXT).findings[0].rule.id.to_string()));
        check(TEXT, &exceptions, &[]);
    }

    #[test]
    fn an_ignored_rule_is_told_by_words_that_it_marks() {
        let rule = analyze(TEXT).findings[0].rule.clone();
        let check = |text, words: &str, count| {
            assert_eq!(IgnoredRule::new(&rule, text, &analyze(text)), IgnoredRule { words: words.into(), count });
        };
        check("It may rain. It may snow.", "may", 2);
        assert_eq!(
            shortened("two officials briefed on the plan, who spoke on condition"),
            "two officials briefed on the plan, who spoke on …"
        );
        assert_eq!(shortened(&"é".repeat(60)), format!("{} …", "é".repeat(48)));
        let example = rule.flags[0].split(['{', '}']).nth(1).expect("examples have braces");
        check("It rained.", example, 0);
    }

    #[test]
    fn damaged_lines_are_left_out() {
        assert_eq!(ExceptionList::decode("<no rule>\n\nmay x 1\n"), ExceptionList::default());
    }
}

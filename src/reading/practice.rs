//! Practice: compares what a reader marks by eye with the findings.

use crate::engine::{Report, Span};
use crate::lexicon::Category;
use std::hash::{Hash as _, Hasher as _};

/// A mark of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The marked words.
    pub span: Span,
    /// The category that the reader chose.
    pub category: Category,
}

/// The result for one phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Reader and rules mark it in the same category.
    Both,
    /// Both mark it, in different categories.
    Otherwise,
    /// Only the rules mark it.
    Missed,
    /// Only the reader marks it.
    Extra,
}

/// One phrase of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The words of the finding, or of the guess if there is no finding.
    pub span: Span,
    /// The result.
    pub verdict: Verdict,
    /// The category that the reader chose.
    pub guess: Option<Category>,
    /// Number of the finding in [`Report::findings`].
    pub finding: Option<usize>,
    /// Number of the look-alike in [`Report::rejected`] that explains why it is no finding.
    pub look_alike: Option<usize>,
}

/// Compares guesses and findings phrase by phrase, in text order. A guess is paired with an overlapping finding that has no other guess:
/// one of its own category if there is one, else any.
#[must_use]
pub fn grade(report: &Report, guesses: &[Guess]) -> Vec<Outcome> {
    let mut met: Vec<Option<(Category, bool)>> = vec![None; report.findings.len()];
    let mut left: Vec<Guess> = guesses.to_vec();
    for same in [true, false] {
        left.retain(|guess| {
            let fits = |number: &usize| {
                let finding = &report.findings[*number];
                met[*number].is_none() && finding.span.overlaps(guess.span) && (finding.category() == guess.category) == same
            };
            let first = report.findings.partition_point(|finding| finding.span.start + LONGEST < guess.span.start);
            let near = (first..report.findings.len()).take_while(|number| report.findings[*number].span.start < guess.span.end);
            let Some(number) = near.into_iter().find(fits) else { return true };
            met[number] = Some((guess.category, same));
            false
        });
    }
    let found = report.findings.iter().enumerate().map(|(number, finding)| Outcome {
        span: finding.span,
        verdict: met[number].map_or(Verdict::Missed, |(_, same)| if same { Verdict::Both } else { Verdict::Otherwise }),
        guess: met[number].map(|(category, _)| category),
        finding: Some(number),
        look_alike: None,
    });
    let mut outcomes: Vec<Outcome> = found.collect();
    for guess in left {
        let place = outcomes.partition_point(|outcome| (outcome.span, outcome.guess) < (guess.span, Some(guess.category)));
        let look_alike = look_alike(report, guess);
        let extra = Outcome { span: guess.span, verdict: Verdict::Extra, guess: Some(guess.category), finding: None, look_alike };
        outcomes.insert(place, extra);
    }
    outcomes
}

/// Stands in the code of an exercise whose result is revealed.
const REVEALED: &str = "revealed";

/// Writes an exercise for the browser's storage: a number for the text, then `revealed` if its result is, then the marks: `16-19H 47-58U`, in
/// bytes. Empty for an exercise not begun.
#[must_use]
pub fn guess_code(guesses: &[Guess], revealed: bool, text: &str) -> String {
    let code = |guess: &Guess| format!("{}-{}{}", guess.span.start, guess.span.end, guess.category.letter());
    let parts = revealed.then(|| REVEALED.to_owned()).into_iter().chain(guesses.iter().map(code));
    parts.fold(String::new(), |all, part| if all.is_empty() { fingerprint(text) } else { all } + " " + &part)
}

/// A number that another text hardly has, too.
fn fingerprint(text: &str) -> String {
    let mut hasher = rustc_hash::FxHasher::default();
    text.hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

/// Reads what [`guess_code`] wrote, the marks and whether the result is revealed: nothing if it was written for another text. Marks that do
/// not fit the text are left out.
#[must_use]
pub fn read_guesses(code: &str, text: &str) -> (Vec<Guess>, bool) {
    let mut end = 0;
    let read = |code: &str| {
        // An earlier version wrote P for what is undecided.
        let code = &code.replace('P', Category::Pending.letter());
        let category = Category::ALL.into_iter().find(|category| code.ends_with(category.letter()))?;
        let (start, end) = code.strip_suffix(category.letter())?.split_once('-')?;
        Some(Guess { span: Span { start: start.parse().ok()?, end: end.parse().ok()? }, category })
    };
    let fits = |guess: &Guess| {
        let fits = guess.span.start >= end && !guess.span.of(text).is_empty();
        end = if fits { guess.span.end } else { end };
        fits
    };
    let mut codes = code.split(' ');
    if codes.next().is_none_or(|number| number != fingerprint(text)) {
        return (Vec::new(), false);
    }
    let revealed = codes.clone().next() == Some(REVEALED);
    (codes.filter_map(read).filter(fits).collect(), revealed)
}

/// Longest finding, in bytes: no finding is longer than a sentence, which has at most 400 words.
const LONGEST: usize = 8_000;

fn look_alike(report: &Report, guess: Guess) -> Option<usize> {
    report.rejected.iter().position(|other| other.span.overlaps(guess.span) && other.rule.kind.category() == guess.category)
}

/// Returns the words in a span, without the punctuation around them, for a reader who selects words by key or tap.
#[must_use]
pub fn words(text: &str, span: Span) -> Vec<Span> {
    let inside = span.of(text);
    let mut words = Vec::new();
    let mut at = 0;
    for part in inside.split_whitespace() {
        let start = at + inside[at..].find(part).unwrap_or(0);
        at = start + part.len();
        let word = part.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            let start = span.start + start + part.find(word).unwrap_or(0);
            words.push(Span { start, end: start + word.len() });
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    #[test]
    fn guesses_are_graded_phrase_by_phrase() {
        let text = "Critics say it may fail on May 5, and no decision has been made.";
        let report = analyze(text);
        let guess = |words: &str, category| {
            let start = text.find(words).expect("it is there");
            Guess { span: Span { start, end: start + words.len() }, category }
        };
        let guesses = [
            guess("may fail", Category::Hedge),
            guess("May 5", Category::Hedge),
            guess("no decision", Category::Hedge),
            guess("say it", Category::Source),
        ];
        let shown: Vec<(&str, Verdict)> = grade(&report, &guesses).iter().map(|outcome| (outcome.span.of(text), outcome.verdict)).collect();
        let expected = [
            ("Critics", Verdict::Missed),
            ("say it", Verdict::Extra),
            ("may", Verdict::Both),
            ("May 5", Verdict::Extra),
            ("no decision", Verdict::Otherwise),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn marks_are_stored_and_read_again() {
        let text = "It may fail – or not.";
        let guess = |start, end, category| Guess { span: Span { start, end }, category };
        let guesses = [guess(3, 6, Category::Hedge), guess(12, 15, Category::Pending)];
        let code = guess_code(&guesses, false, text);
        assert_eq!(code, format!("{} 3-6H 12-15U", fingerprint(text)));
        assert_eq!(read_guesses(&code, text), (guesses.to_vec(), false));
        assert_eq!(read_guesses(&code, "It might fail – or not."), (vec![], false));
        assert_eq!(read_guesses(&guess_code(&guesses, true, text), text), (guesses.to_vec(), true));
        assert_eq!(read_guesses(&guess_code(&[], true, text), text), (vec![], true));
        assert_eq!((guess_code(&[], false, text).as_str(), read_guesses("", text)), ("", (vec![], false)));
        let damaged = format!("{} 5-2S 3-6H 4-8S 7-x S 12-13U 90-95H 16-18U 1", fingerprint(text));
        assert_eq!(read_guesses(&damaged, text), (vec![guess(3, 6, Category::Hedge), guess(16, 18, Category::Pending)], false));
    }

    #[test]
    fn words_stand_without_their_punctuation() {
        let text = "“It, well …  may—fail.”";
        let all = Span { start: 0, end: text.len() };
        assert_eq!(words(text, all).iter().map(|word| word.of(text)).collect::<Vec<_>>(), ["It", "well", "may—fail"]);
    }
}

//! Lines to paragraphs: joins the lines of hard-wrapped text (mail, PDF, terminal) and leaves lists, verses and titles as they are.

use crate::engine::lex::block::is_item;
use crate::engine::lex::line_break::is_page_mark;
use crate::engine::text::Span;

/// The widths at which text is wrapped, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 24..=120;
/// The shortest line in bytes that is joined with a small letter below it in a text that shows no width.
const SHORTEST: usize = 40;
/// The longest line in bytes that is measured. Longer ones are whole paragraphs.
const LONGEST: usize = 1000;

/// A line that is not empty.
struct Line<'a> {
    /// Without the white space around it.
    span: Span,
    /// Its words, without the `>` of a quotation.
    words: &'a str,
    /// Its length in characters; 0 if it is too long to be measured.
    width: usize,
    /// The white space before it, in bytes.
    indent: usize,
    /// How many `>` stand before it.
    depth: usize,
    /// True if no empty line stands before it.
    follows: bool,
}

/// Returns the paragraphs of a text. A line end separates two of them unless it only wraps a line.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let width = width(&lines);
    let mut spans: Vec<Span> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        match spans.last_mut() {
            Some(last) if continues(&lines[at - 1], line, width) => last.end = line.span.end,
            // The number of the page above goes with the paragraph that it divides.
            Some(last)
                if at > 1
                    && is_page_mark(lines[at - 1].words, !lines[at - 1].follows && !line.follows)
                    && runs_over(&lines[at - 2], line) =>
            {
                last.end = line.span.end;
                let divided = spans.len().checked_sub(2).map(|before| spans[before]);
                if let Some(divided) = divided.filter(|divided| divided.end == lines[at - 2].span.end) {
                    spans.truncate(spans.len() - 2);
                    spans.push(Span { start: divided.start, end: line.span.end });
                }
            }
            _ => spans.push(line.span),
        }
    }
    spans
}

/// Returns true if a sentence goes on from one line to another over the end of a page.
fn runs_over(before: &Line<'_>, line: &Line<'_>) -> bool {
    let open = before.words.ends_with(|end: char| end.is_alphabetic() || end == ',') && before.words.contains(' ');
    open && line.words.starts_with(char::is_lowercase)
}

/// Returns the lines that are not empty.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut follows = false;
    let mut start = 0;
    while start < text.len() {
        let whole = &text[start..line_end(text, start)];
        let trimmed = whole.trim();
        let indent = whole.len() - whole.trim_start().len();
        let span = Span { start: start + indent, end: start + indent + trimmed.len() };
        // Between `\r` and `\n` stands no empty line.
        let second_half = whole == "\n" && text[..start].ends_with('\r');
        start += whole.len();
        if trimmed.is_empty() {
            follows &= second_half;
            continue;
        }
        let words = trimmed.trim_start_matches(['>', ' ']);
        let depth = trimmed[..trimmed.len() - words.len()].bytes().filter(|byte| *byte == b'>').count();
        let width = if trimmed.len() <= LONGEST { trimmed.chars().count() } else { 0 };
        lines.push(Line { span, words, width, indent, depth, follows });
        follows = true;
    }
    lines
}

/// Returns where the line that begins at `start` ends, its line end included.
fn line_end(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let end = rest.char_indices().find(|(_, c)| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'));
    end.map_or(text.len(), |(at, c)| start + at + c.len_utf8())
}

/// Returns the width at which a text is wrapped: most of its lines are as long as the next word allows, and few begin with a capital.
fn width(lines: &[Line<'_>]) -> Option<usize> {
    let pairs = || lines.windows(2).filter(|pair| may_continue(&pair[0], &pair[1]));
    let mut widths: Vec<usize> = pairs().map(|pair| pair[0].width).collect();
    widths.sort_unstable();
    // A few lines may be longer, such as addresses.
    let width = *widths.get(widths.len().checked_sub(1 + widths.len() / 50)?)?;
    let full = || pairs().filter(|pair| pair[0].reaches(&pair[1], width * 4 / 5));
    let small = full().filter(|pair| pair[1].words.starts_with(char::is_lowercase)).count();
    let full = full().count();
    (WIDTHS.contains(&width) && full * 5 >= widths.len() * 3 && small * 5 >= full * 2).then_some(width)
}

/// Returns true if a line can belong to the paragraph of the line before it.
fn may_continue(before: &Line<'_>, line: &Line<'_>) -> bool {
    line.follows && line.depth == before.depth && !is_item(line.words) && line.has_words() && before.has_words()
}

/// Returns true if a line belongs to the paragraph of the line before it.
fn continues(before: &Line<'_>, line: &Line<'_>, width: Option<usize>) -> bool {
    let small = line.words.starts_with(char::is_lowercase);
    let open = !before.words.ends_with(['.', '!', '?', ':', '”', '"']);
    let in_dashes = || open && line.follows && line.begins_with_dash();
    if !may_continue(before, line) && !in_dashes() {
        return false;
    }
    let reaches = |share: usize| width.is_some_and(|width| before.reaches(line, width * share / 100));
    let full = reaches(100) && (open || line.indent <= before.indent);
    let ragged = open && (reaches(85) || (small && reaches(50)));
    // The further lines of an item are indented.
    let hanging = open && line.indent > before.indent && is_item(before.words);
    full || (!in_dashes() && (ragged || hanging || (open && small && before.span.len() >= SHORTEST)))
}

impl Line<'_> {
    /// Returns true if the first word of the next line would have made this one longer than a width.
    fn reaches(&self, next: &Self, width: usize) -> bool {
        let word = next.words.split_whitespace().next().unwrap_or_default();
        self.width > 0 && self.width + 1 + word.chars().count() > width
    }

    /// Returns false for a row of marks: `* * *`.
    fn has_words(&self) -> bool {
        self.words.contains(char::is_alphanumeric)
    }

    /// Returns true for a dash and a small letter, which is no item of a list if the line before is not finished.
    fn begins_with_dash(&self) -> bool {
        let rest = self.words.trim_start_matches(['-', '–', '—']);
        rest.len() < self.words.len() && rest.trim_start().starts_with(char::is_lowercase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks that the lines of a text, divided by `/`, make the paragraphs that are divided by `|`.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let text = text.replace('/', "\n");
        let found: Vec<String> = paragraphs(&text).iter().map(|span| span.of(&text).replace('\n', "/")).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        check(
            "The council of Oster met late on/Monday. Mr. Venn said that the/harbour may have to close before/winter.//Nobody answered him.",
            "The council of Oster met late on/Monday. Mr. Venn said that the/harbour may have to close before/winter.|Nobody answered him.",
        );
        check(
            "It rained in Oster all day/and nobody came to the quay/who had not been asked.",
            "It rained in Oster all day/and nobody came to the quay/who had not been asked.",
        );
        check(
            "> It rained in Oster all day/> and nobody came to the quay/> who had not been asked.",
            "> It rained in Oster all day/> and nobody came to the quay/> who had not been asked.",
        );
        check(
            "The minister of the north/– who asked not to come –/said that ships may leave.",
            "The minister of the north/– who asked not to come –/said that ships may leave.",
        );
    }

    #[test]
    fn the_end_of_a_page_divides_no_sentence() {
        for mark in ["12", "- 12 -", "Page 2 of 5", "[3]"] {
            let text = format!("No final decision on the quay//{mark}//had been taken, he said.");
            check(&text, &text);
        }
        check("No final decision was taken.//12//but it may be.", "No final decision was taken.|12|but it may be.");
        check("No final decision on the quay/- 12 -/had been taken.", "No final decision on the quay/- 12 -/had been taken.");
        check("Number of deaths/12/number of boats", "Number of deaths|12|number of boats");
        check("milk//12//eggs", "milk|12|eggs");
        check("No final decision on the quay//12//Nobody came.", "No final decision on the quay|12|Nobody came.");
    }

    #[test]
    fn other_lines_stay() {
        check("Harbour may close/By Lena Huld/Oster", "Harbour may close|By Lena Huld|Oster");
        check("- ships that may sail/- boats that may stay/- rafts", "- ships that may sail|- boats that may stay|- rafts");
        check(
            "The ships may go,/And I may stay;/The tide is low,/The day is grey.",
            "The ships may go,|And I may stay;|The tide is low,|The day is grey.",
        );
        check("1. ships that may sail/   in spring/2. boats", "1. ships that may sail/   in spring|2. boats");
        check("* one/two/* three", "* one|two|* three");
        check("milk/bread and butter/salt", "milk|bread and butter|salt");
        check(
            "> It rained in Oster and all day/nobody came to the quay then",
            "> It rained in Oster and all day|nobody came to the quay then",
        );
    }
}

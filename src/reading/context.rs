//! Words of the text with what stands around them, for lists of places.

use crate::engine::{Report, Span};

/// Words on each side.
const WORDS: usize = 3;

/// Returns a place in brackets with a few words on both sides, from the same block only. An ellipsis stands for words of the block that are left
/// out.
#[must_use]
pub fn in_context(text: &str, report: &Report, span: Span) -> String {
    let block = report.blocks.iter().map(|block| block.span).find(|block| block.start <= span.start && span.end <= block.end);
    let block = block.unwrap_or(span);
    let (before, after) = (&text[block.start..span.start], &text[span.end..block.end]);
    let mut first: Vec<&str> = before.split_whitespace().rev().take(WORDS + 1).collect();
    let mut last: Vec<&str> = after.split_whitespace().take(WORDS + 1).collect();
    for words in [&mut first, &mut last] {
        if let Some(word) = words.get_mut(WORDS) {
            *word = "…";
        }
    }
    first.reverse();
    let space = |is: bool| if is { " " } else { "" };
    let (left, right) = (before.ends_with(char::is_whitespace), after.starts_with(char::is_whitespace));
    [&first.join(" "), space(left), "[", span.of(text), "]", space(right), &last.join(" ")].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    /// Compares the context of the words between `<` and `>`.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        let start = marked.find('<').expect("a place is marked");
        let end = marked.find('>').expect("a place is marked") - 1;
        let text = marked.replace(['<', '>'], "");
        assert_eq!(in_context(&text, &analyze(&text), Span { start, end }), expected);
    }

    #[test]
    fn words_of_the_same_block_stand_around_a_place() {
        check("It is said that the <tram> may come this year or the next.", "… said that the [tram] may come this …");
        check("<Trams> may come.", "[Trams] may come.");
        check("So the tram <may> come.", "So the tram [may] come.");
        check("Marenna weighs a <ban>\n\nThe plan may fail.", "Marenna weighs a [ban]");
        check("Marenna weighs a ban\n\nThe <plan> may fail.", "The [plan] may fail.");
        check("The tram, “<should> it come”, is late. It rains.", "The tram, “[should] it come”, is …");
        check("It comes in <May>. Or later.", "It comes in [May]. Or later.");
    }
}

//! The questions of the article, as Markdown for an editor to send: each question once, grouped by category, below it the passages that it
//! is about.

use super::document::Document;
use super::markdown::escaped;
use crate::engine::{Finding, Span};
use crate::lexicon::Category;
use crate::reading::one_line;
use crate::wording::{category_title, page};

/// Longest context on each side of the words, in characters.
const CONTEXT: usize = 40;

/// Writes the questions. Findings of a reader's rule that asks nothing are left out.
pub fn write(document: &Document) -> String {
    let mut out = format!("# {}\n\n", escaped(&page::questions_on(&document.title())));
    if let Some(from) = document.from {
        add!(out, "{}\n\n", escaped(&page::origin_sentence(from)));
    }
    let mut number = 0;
    for category in Category::ALL {
        let questions = questions(document, category);
        if !questions.is_empty() {
            add!(out, "## {}\n\n", category_title(category));
        }
        for (ask, passages) in questions {
            number += 1;
            add!(out, "{number}. {}\n", escaped(&page::quoted_words(ask)));
            for passage in passages {
                add!(out, "    - {passage}\n");
            }
            out.push('\n');
        }
    }
    if number == 0 {
        add!(out, "{}\n\n", page::NO_QUESTIONS);
    }
    out + &format!("_{}_\n", escaped(&format!("{} {}", document.statement(), page::QUESTIONS_FOOTER)))
}

/// Returns the questions of a category in the order of the text, each with its passages, none twice.
fn questions<'a>(document: &'a Document, category: Category) -> Vec<(&'a str, Vec<String>)> {
    let mut questions: Vec<(&str, Vec<String>)> = Vec::new();
    let of_category = |finding: &&Finding| finding.category() == category && !finding.rule.ask.trim().is_empty();
    for finding in document.report.findings.iter().filter(of_category) {
        let passage = passage(document, finding);
        match questions.iter_mut().find(|(ask, _)| *ask == &*finding.rule.ask) {
            Some((_, passages)) if passages.contains(&passage) => {}
            Some((_, passages)) => passages.push(passage),
            None => questions.push((&finding.rule.ask, vec![passage])),
        }
    }
    questions
}

/// Returns the words of a finding in bold, between the words of its sentence around them.
fn passage(document: &Document, finding: &Finding) -> String {
    let text = document.text;
    let sentence = document.report.sentences.get(finding.sentence).copied().unwrap_or(finding.span);
    let (start, end) = (sentence.start.min(finding.span.start), sentence.end.max(finding.span.end));
    let before = &text[start..finding.span.start];
    let after = &text[finding.span.end..end];
    let from =
        before.char_indices().rev().nth(CONTEXT).map_or(0, |(at, _)| before[at..].find(' ').map_or(before.len(), |space| at + space));
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| after[..at].rfind(' ').unwrap_or(0));
    let plain = |span: Span| escaped(&single_spaces(span.of(text)));
    // The `>` of quoted mail that begins the sentence.
    let cited = if from == 0 { before.len() - before.trim_start_matches(['>', ' ']).len() } else { from };
    let before = plain(Span { start: start + cited, end: finding.span.start });
    let after = plain(Span { start: finding.span.end, end: finding.span.end + to });
    let words = escaped(&one_line(finding.span.of(text)));
    let (cut_before, cut_after) = (if from > 0 { "… " } else { "" }, if to < text[finding.span.end..end].len() { " …" } else { "" });
    format!("{cut_before}{}**{words}**{}{cut_after}", before.trim_start(), after.trim_end())
}

/// Replaces each run of white space by one space, also at the ends.
fn single_spaces(words: &str) -> String {
    let space = |there: bool| if there { " " } else { "" };
    let (start, end) = (words.starts_with(char::is_whitespace), words.ends_with(char::is_whitespace));
    format!("{}{}{}", space(start), one_line(words), space(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;
    use crate::reading::{ExceptionList, Filter};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (filter, ignored) = (Filter::default(), ExceptionList::default());
        let report = analyze(text);
        let out = write(&Document::new(text, &report, &filter, &ignored));
        let lines: Vec<&str> = out.lines().filter(|line| !line.is_empty() && !line.starts_with('_')).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn each_question_stands_once_with_its_passages() {
        let ask = |text: &str| page::quoted_words(&analyze(text).findings[0].rule.ask);
        let (may, officials) = (ask("It may rain."), ask("Officials said so."));
        check(
            "Ferry story\n\nThe ferry may sail  on Friday. Officials said the crew, which has been waiting for weeks, may be paid. The ferry may sail on Friday.",
            &[
                "# Questions on “Ferry story”",
                "## Hedged",
                &format!("1. {may}"),
                "    - The ferry **may** sail on Friday.",
                "    - … crew, which has been waiting for weeks, **may** be paid.",
                "## Unnamed sources",
                &format!("2. {officials}"),
                "    - **Officials** said the crew, which has been waiting …",
            ],
        );
    }

    #[test]
    fn an_article_without_marks_has_no_questions_and_markup_is_escaped() {
        check("It rained.", &["# Questions on “Caveat Lector”", page::NO_QUESTIONS]);
        let may = page::quoted_words(&analyze("It may rain.").findings[0].rule.ask);
        check(
            "The *ferry* <may sink> may sail.",
            &[
                "# Questions on “Caveat Lector”",
                "## Hedged",
                &format!("1. {may}"),
                "    - The \\*ferry\\* \\<**may** sink\\> may sail.",
                "    - The \\*ferry\\* \\<may sink\\> **may** sail.",
            ],
        );
    }
}

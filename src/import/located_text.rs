//! The text of a page together with the places in the page that it was taken from.

use super::article_finder::article_with_texts;
use super::page_tree::Page;
use super::tidy::{text_of, texts_in};

/// A text, and where its parts stand in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocatedText {
    /// The text, as [`super::article`] or [`super::tidy`] returns it.
    pub text: String,
    /// In the order of the text. What lies between two runs was added or is white space.
    pub runs: Vec<Run>,
}

/// A part of the text that stands unchanged in one text node. Offsets and lengths count UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The offset in the text.
    pub start: usize,
    /// The index of the node among the text nodes of the page, also those that are not read.
    pub node: usize,
    /// The offset in the node.
    pub offset: usize,
    /// The length.
    pub length: usize,
}

/// Returns the article of a page with its places.
#[must_use]
pub fn located_article(page: &Page) -> LocatedText {
    let (text, nodes) = article_with_texts(page);
    located(page, text, &nodes)
}

/// Returns the whole text of a page with its places.
#[must_use]
pub fn located_whole(page: &Page) -> LocatedText {
    let all = 0..page.nodes.len();
    located(page, text_of(page, all.clone(), &|_| false), &texts_in(page, all, &|_| false))
}

/// Aligns the text with the nodes that it was taken from. Apart from white space and invisible characters, the characters of the nodes
/// follow each other in the text, with only bullets, numbers and quotation marks added. So each is the next equal one.
fn located(page: &Page, text: String, nodes: &[usize]) -> LocatedText {
    let numbers = text_numbers(page);
    let mut runs: Vec<Run> = Vec::new();
    let mut written = text.chars();
    let mut start = 0;
    for node in nodes {
        let mut offset = 0;
        for c in page.nodes[*node].text.chars() {
            let units = c.len_utf16();
            if !c.is_whitespace() && !is_invisible(c) {
                for other in written.by_ref() {
                    start += other.len_utf16();
                    if other == c {
                        break;
                    }
                }
                add(&mut runs, Run { start: start - units.min(start), node: numbers[*node], offset, length: units });
            }
            offset += units;
        }
    }
    LocatedText { text, runs }
}

/// Appends a run, to the last one if it continues that. A single space between two runs is the same in node and text.
fn add(runs: &mut Vec<Run>, next: Run) {
    if let Some(last) = runs.last_mut().filter(|last| last.node == next.node) {
        let gap = next.start - last.start - last.length;
        if gap <= 1 && next.offset - last.offset == next.start - last.start {
            last.length = next.start + next.length - last.start;
            return;
        }
    }
    runs.push(next);
}

/// Characters that the text of a page leaves out.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')
}

/// Returns, for each node, the number of text nodes before it.
fn text_numbers(page: &Page) -> Vec<usize> {
    let mut count = 0;
    let number = |node: &super::page_tree::Node| {
        count += usize::from(node.tag.is_empty());
        count - usize::from(node.tag.is_empty())
    };
    page.nodes.iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::super::html_parser::parse;
    use super::*;

    /// Checks the runs, each written as `node: words` and with the words of the text; both must agree.
    #[track_caller]
    fn check(html: &str, article: bool, expected: &[&str]) {
        let page = parse(html);
        let found = if article { located_article(&page) } else { located_whole(&page) };
        let texts: Vec<Vec<u16>> =
            page.nodes.iter().filter(|node| node.tag.is_empty()).map(|node| node.text.encode_utf16().collect()).collect();
        let text: Vec<u16> = found.text.encode_utf16().collect();
        let shown = |run: &Run| {
            let in_node = String::from_utf16_lossy(&texts[run.node][run.offset..run.offset + run.length]);
            let in_text = String::from_utf16_lossy(&text[run.start..run.start + run.length]);
            assert_eq!(in_node.split_whitespace().collect::<Vec<_>>(), in_text.split_whitespace().collect::<Vec<_>>());
            format!("{}: {in_text}", run.node)
        };
        assert_eq!(found.runs.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn runs_follow_the_nodes() {
        check("<p>It <b>may</b> rain.</p>", false, &["0: It", "1: may", "2: rain."]);
        check("<p>It\n   may 𝄞 rain&shy;fall.</p>", false, &["0: It", "0: may 𝄞 rain", "0: fall."]);
        check("<ol><li>1 plan</li><li>“so”</li></ol><blockquote>Yes</blockquote>", false, &["0: 1", "0: plan", "1: “so”", "2: Yes"]);
        check("", false, &[]);
    }

    #[test]
    fn what_is_left_out_has_no_run() {
        let long = "The plan may still fail, according to two officials who were briefed on it and asked for no names. ";
        let html = format!("<nav>Home News</nav><h1>A plan</h1><article><p>{long}</p><aside>More</aside><p>{long}</p></article>");
        check(&html, true, &["1: A plan", &format!("2: {}", long.trim()), &format!("4: {}", long.trim())]);
    }
}

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

/// Aligns the text with the nodes that it was taken from, in their order. A node that the text has left out gets no run.
fn located(page: &Page, text: String, nodes: &[usize]) -> LocatedText {
    let numbers = text_numbers(page);
    let mut runs: Vec<Run> = Vec::new();
    let mut at = Place::default();
    for node in nodes {
        let words = &page.nodes[*node].text;
        let place = |from: Place| aligned(&text, from, words, numbers[*node]);
        let long = words.trim().len() >= LONG;
        if let Some((found, end)) = place(at).or_else(|| if long { next_blocks(&text, at).find_map(place) } else { None }) {
            for run in found {
                add(&mut runs, run);
            }
            at = end;
        }
    }
    LocatedText { text, runs }
}

/// A node of this length, in bytes, is looked for at the start of the next blocks, too, in case that a short one was found too early.
const LONG: usize = 25;
/// The number of blocks in which it is looked for.
const BLOCKS: usize = 3;

/// Returns the starts of the next blocks.
fn next_blocks(text: &str, at: Place) -> impl Iterator<Item = Place> {
    let units = move |byte: usize| at.units + text[at.byte..byte].encode_utf16().count();
    let starts = text[at.byte..].match_indices("\n\n").map(move |(start, _)| at.byte + start + 2);
    starts.take(BLOCKS).map(move |byte| Place { byte, units: units(byte) })
}

/// A place in the text, in bytes and in UTF-16 units.
#[derive(Clone, Copy, Default)]
struct Place {
    byte: usize,
    units: usize,
}

/// Finds the characters of a node in the text from a place on, and the place after them. Only white space and added characters stand
/// between them.
fn aligned(text: &str, at: Place, words: &str, node: usize) -> Option<(Vec<Run>, Place)> {
    let (mut runs, mut at, mut offset) = (Vec::new(), at, 0);
    for c in words.chars() {
        if !c.is_whitespace() && !is_invisible(c) {
            let between = text[at.byte..].chars().take_while(|other| *other != c);
            for other in between {
                if !other.is_whitespace() && !is_added(other) {
                    return None;
                }
                at = Place { byte: at.byte + other.len_utf8(), units: at.units + other.len_utf16() };
            }
            if at.byte == text.len() {
                return None;
            }
            add(&mut runs, Run { start: at.units, node, offset, length: c.len_utf16() });
            at = Place { byte: at.byte + c.len_utf8(), units: at.units + c.len_utf16() };
        }
        offset += c.len_utf16();
    }
    Some((runs, at))
}

/// Characters of bullets, numbers, quotations and tables, which the text of a page adds.
fn is_added(c: char) -> bool {
    matches!(c, '•' | '>' | '“' | '”' | '|' | '.') || c.is_ascii_digit()
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
    fn a_node_that_the_text_leaves_out_has_no_run() {
        let runs = |html: &str, text: &str| {
            let page = parse(html);
            let nodes: Vec<usize> = (0..page.nodes.len()).filter(|number| page.nodes[*number].tag.is_empty()).collect();
            located(&page, text.into(), &nodes).runs.iter().map(|run| (run.start, run.node, run.length)).collect::<Vec<_>>()
        };
        let repeated = "<p>It may rain.</p><p>It may rain.</p><p>It may snow.</p>";
        assert_eq!(runs(repeated, "It may rain.\n\nIt may snow."), [(0, 0, 12), (14, 2, 12)]);
        // The second node is found too early, and the text goes on with the next block.
        let short = "<p>It is so.</p><p>It</p><p>It may well rain on Monday.</p><p>It will not snow before Tuesday.</p>";
        let text = "It is so.\n\nIt may well rain on Monday.\n\nIt will not snow before Tuesday.";
        assert_eq!(runs(short, text).last(), Some(&(40, 3, 32)));
    }

    #[test]
    fn what_is_left_out_has_no_run() {
        let long = "The plan may still fail, according to two officials who were briefed on it and asked for no names. ";
        let html = format!("<nav>Home News</nav><h1>A plan</h1><article><p>{long}</p><aside>More</aside><p>{long}</p></article>");
        check(&html, true, &["1: A plan", &format!("2: {}", long.trim()), &format!("4: {}", long.trim())]);
    }
}

//! The text of a page together with the places in the page that it was taken from.

use super::extract::{BETWEEN, Taken};
use super::page_tree::Page;

/// A text, and where its parts stand in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocatedText {
    /// The text, as [`super::extract`] or [`super::extract_fragment`] takes it.
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
    located(page, &Taken::article(page))
}

/// Returns the text of a selected part of a page with its places.
#[must_use]
pub fn located_fragment(page: &Page) -> LocatedText {
    located(page, &Taken::fragment(page))
}

fn located(page: &Page, taken: &Taken) -> LocatedText {
    let runs = runs(page, &taken.read, &taken.nodes);
    LocatedText { runs: in_kept_paragraphs(&runs, taken), text: taken.text() }
}

/// Aligns a text with the nodes that it was read from. Apart from white space and invisible characters, the characters of the nodes
/// follow each other in the text, with only bullets, numbers and quotation marks added. So each is the next equal one.
fn runs(page: &Page, text: &str, nodes: &[usize]) -> Vec<Run> {
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
    runs
}

/// Drops the runs in paragraphs that are left out and moves the others to where their paragraph stands. No run is in two paragraphs.
fn in_kept_paragraphs(runs: &[Run], taken: &Taken) -> Vec<Run> {
    let mut kept_runs = Vec::with_capacity(runs.len());
    let mut rest = runs.iter().peekable();
    let (mut end, mut left_out) = (0, 0);
    for (paragraph, is_kept) in taken.paragraphs() {
        let units = paragraph.encode_utf16().count() + BETWEEN.len();
        end += units;
        while let Some(run) = rest.next_if(|run| run.start < end) {
            kept_runs.extend(is_kept.then_some(Run { start: run.start - left_out, ..*run }));
        }
        left_out += if is_kept { 0 } else { units };
    }
    kept_runs
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
    use super::super::extract::{extract, extract_fragment};
    use super::super::html_parser::parse;
    use super::*;

    /// Returns the words of each run in the text, and checks that they stand in its node.
    fn words(page: &Page, found: &LocatedText) -> Vec<String> {
        let texts: Vec<Vec<u16>> =
            page.nodes.iter().filter(|node| node.tag.is_empty()).map(|node| node.text.encode_utf16().collect()).collect();
        let text: Vec<u16> = found.text.encode_utf16().collect();
        let words = |run: &Run| {
            let in_node = String::from_utf16_lossy(&texts[run.node][run.offset..run.offset + run.length]);
            let in_text = String::from_utf16_lossy(&text[run.start..run.start + run.length]);
            assert_eq!(in_node.split_whitespace().collect::<Vec<_>>(), in_text.split_whitespace().collect::<Vec<_>>());
            in_text
        };
        found.runs.iter().map(words).collect()
    }

    /// Checks the runs, each written as `node: words`.
    #[track_caller]
    fn check(html: &str, article: bool, expected: &[&str]) {
        let page = parse(html);
        let found = if article { located_article(&page) } else { located_fragment(&page) };
        let shown: Vec<String> = found.runs.iter().zip(words(&page, &found)).map(|(run, words)| format!("{}: {words}", run.node)).collect();
        assert_eq!(shown, expected);
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
        let end = "Nobody has decided anything yet, and the talks go on, as far as anyone in the building knows.";
        let html = format!("<nav>Home News</nav><h1>A plan</h1><article><p>{long}</p><aside>More</aside><p>{end}</p></article>");
        check(&html, true, &["1: A plan", &format!("2: {}", long.trim()), &format!("4: {end}")]);
    }

    #[test]
    fn a_paragraph_that_the_page_has_twice_stands_where_it_is_first() {
        let long = "The plan may still fail, according to two officials who were briefed on it and asked for no names.";
        let end = "Nobody has decided 𝄞 anything yet, and the talks go on, as far as anyone in the building knows.";
        let html = format!("<article><p>{long}</p><p>{long}</p><p>{end}</p></article>");
        check(&html, true, &[&format!("0: {long}"), &format!("2: {end}")]);
    }

    /// In each page of `tests/pages` the text is that of the extract, and its letters stand in runs.
    #[test]
    fn the_letters_of_an_article_stand_in_its_page() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
        let paths = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
        let pages: Vec<_> = paths.filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect();
        assert!(pages.len() >= 50);
        for path in pages {
            let page = parse(&std::fs::read_to_string(&path).expect("the page is there"));
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            for (found, text) in [(located_article(&page), extract(&page).text), (located_fragment(&page), extract_fragment(&page).text)] {
                assert_eq!(found.text, text, "{}", path.display());
                assert_eq!(letters(&words(&page, &found).concat()), letters(&text), "{}", path.display());
            }
        }
    }
}

//! Finds the headline of a page: the heading that its title repeats and that has text below it, not the name of the site.

use super::asides::is_heading;
use super::page_tree::Page;

/// The least share of the words of a heading that the title repeats, in percent: first all of them, then most.
const REPEATED: [usize; 2] = [100, 70];

/// How many nodes of a heading are looked at: an unclosed one may hold the whole page.
const MOST_NODES: usize = 64;

/// Returns the node of the headline among the headings that are not `outside`, and whether the title repeats it.
///
/// `weights` is the running text of each node.
pub(super) fn headline(page: &Page, outside: &[bool], weights: &[usize]) -> Option<(usize, bool)> {
    let nodes = &page.nodes;
    let headings: Vec<usize> = (0..nodes.len()).filter(|number| is_heading(&nodes[*number]) && !outside[*number]).collect();
    let title = words(&page.title);
    let in_title = |number: &usize, least| repeats(&title, &words(&text(page, *number)), least);
    for least in REPEATED {
        let repeated: Vec<usize> = headings.iter().copied().filter(|number| in_title(number, least)).collect();
        if let Some(found) = with_most_text(page, &repeated, weights) {
            return Some((found, true));
        }
    }
    let first: Vec<usize> = headings.into_iter().filter(|number| nodes[*number].tag == "h1").collect();
    with_most_text(page, &first, weights).map(|found| (found, false))
}

/// Returns the heading with the most running text between it and the next one.
fn with_most_text(page: &Page, headings: &[usize], weights: &[usize]) -> Option<usize> {
    let ends = headings.iter().skip(1).copied().chain([page.nodes.len()]);
    let text =
        |start: usize, end: usize| (start..end).filter(|number| page.nodes[*number].tag.is_empty()).map(|number| weights[number]).sum();
    let all: Vec<(usize, usize)> = headings.iter().zip(ends).map(|(start, end)| (*start, text(*start, end))).collect();
    // The first of several with the same text.
    all.into_iter().rev().max_by_key(|(_, text)| *text).map(|(number, _)| number)
}

/// Returns the words of a title or a heading, in lower case.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns true if the title has at least this share of the words of a heading, in percent.
fn repeats(title: &[String], heading: &[String], least: usize) -> bool {
    let shared = heading.iter().filter(|word| title.contains(word)).count();
    !heading.is_empty() && shared * 100 >= heading.len() * least
}

/// Returns the text of a heading.
fn text(page: &Page, number: usize) -> String {
    page.nodes[number..page.nodes[number].end].iter().take(MOST_NODES).map(|node| node.text.as_str()).collect()
}

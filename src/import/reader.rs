//! Finds the article in a saved or shared page, among menus, teasers and comments.

use super::page_tree::{Node, Page};
use super::tidy::{is_dropped, is_inline, text_of, tidy};

/// The text of the article: headline first. A fragment without the marks of a page is taken whole.
#[must_use]
pub fn article(page: &Page) -> String {
    let dropped = dropped(page);
    let weights = weights(page, &dropped);
    let whole = || text_of(page, 0..page.nodes.len(), &|_| false);
    let Some(root) = root(page, &weights) else { return whole() };
    let all: usize = weights[root].max(1);
    // A part by its name only: never one that holds much of the article.
    let aside = |number: usize| {
        number != root && page.nodes[number].hints.iter().any(|hint| ASIDE.contains(&hint.as_str())) && weights[number] * 4 < all
    };
    let range = if page.nodes[root].tag.is_empty() { 0..page.nodes.len() } else { root..page.nodes[root].end };
    let body = text_of(page, range.clone(), &aside);
    let has_headline = page.nodes[range].iter().any(|node| node.tag == "h1");
    match headline(page, &dropped).filter(|headline| !has_headline && !body.starts_with(headline.as_str())) {
        Some(headline) => format!("{headline}\n\n{body}"),
        None => body,
    }
}

/// The text of what was copied or dragged out of a page: all of it, unless it brings the frame of a whole page along.
#[must_use]
pub fn fragment(page: &Page) -> String {
    let framed = page.nodes.iter().any(|node| matches!(node.tag.as_str(), "nav" | "footer"));
    if framed { article(page) } else { tidy(page) }
}

/// Names of parts that are not the article.
const ASIDE: [&str; 26] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "cookie",
    "cookies",
    "menu",
    "nav",
    "navigation",
    "newsletter",
    "paywall",
    "popup",
    "promo",
    "recirculation",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "social",
    "toolbar",
];

/// Names of parts that often are.
const BODY: [&str; 10] = ["article", "articlebody", "body", "content", "entry", "main", "post", "story", "text", "prose"];

/// Shortest text that counts as running text, in bytes.
const RUNNING: usize = 60;
/// With less running text than this, in bytes, nobody can tell the article from the rest.
const LEAST: usize = 150;

/// Which nodes lie in something dropped.
fn dropped(page: &Page) -> Vec<bool> {
    let mut dropped = vec![false; page.nodes.len()];
    let mut until = 0;
    for (number, node) in page.nodes.iter().enumerate() {
        if number >= until && is_dropped(node) {
            until = node.end;
        }
        dropped[number] = number < until;
    }
    dropped
}

/// How much running text each element holds: bytes of text outside of links and headings, in paragraphs of some length.
fn weights(page: &Page, dropped: &[bool]) -> Vec<usize> {
    let mut weights = vec![0; page.nodes.len()];
    let mut link_until = 0;
    for (number, node) in page.nodes.iter().enumerate() {
        if matches!(node.tag.as_str(), "a" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6") && number >= link_until {
            link_until = node.end;
        }
        if !dropped[number] && number >= link_until {
            weights[number] = node.text.trim().len();
        }
    }
    // Children stand after their parents. What is in a paragraph counts together; a paragraph that is too short counts nothing.
    for number in (0..page.nodes.len()).rev() {
        let node = &page.nodes[number];
        if matches!(node.tag.as_str(), "p" | "li" | "div" | "td" | "blockquote" | "section") && weights[number] < RUNNING {
            weights[number] = 0;
        }
        if let Some(parent) = weights.get(node.parent).copied() {
            weights[node.parent] = parent + weights[number];
        }
    }
    weights
}

/// The element that is the article: what is named so, else the smallest that holds most of the running text.
fn root(page: &Page, weights: &[usize]) -> Option<usize> {
    let all: usize = page.nodes.iter().zip(weights).filter(|(node, _)| node.parent == usize::MAX).map(|(_, weight)| weight).sum();
    if all < LEAST {
        return None;
    }
    let contains = |node: &Node| !matches!(node.tag.as_str(), "" | "p" | "li" | "ul" | "ol" | "blockquote") && !is_inline(&node.tag);
    let elements = || page.nodes.iter().enumerate().filter(|(_, node)| contains(node));
    let heaviest = |is: &dyn Fn(&Node) -> bool| {
        elements().filter(|(_, node)| is(node)).map(|(number, _)| number).max_by_key(|number| weights[*number])
    };
    let hinted = |node: &Node, hint: &str| node.hints.iter().any(|word| word == hint);
    let named: [&dyn Fn(&Node) -> bool; 3] =
        [&|node| hinted(node, "articlebody"), &|node| node.tag == "article", &|node| node.tag == "main" || hinted(node, "main")];
    // Several articles of some weight are one page together: a live report, say.
    let articles = elements().filter(|(number, node)| node.tag == "article" && weights[*number] * 5 >= all).count();
    let named = if articles > 1 { &named[2..] } else { &named[..] };
    let named = named.iter().find_map(|is| heaviest(*is).filter(|number| weights[*number] * 5 >= all * 2 && weights[*number] > 0));
    if named.is_some() {
        return named;
    }
    // Down from the whole to the smallest element that still holds nearly all.
    let likely = |node: &Node| node.hints.iter().any(|hint| BODY.contains(&hint.as_str()));
    let small = elements().filter(|(number, _)| weights[*number] * 10 >= all * 7 && weights[*number] > 0);
    small
        .map(|(number, node)| (number, node.end - number, likely(node)))
        .min_by_key(|(_, size, likely)| (*size, !likely))
        .map(|(number, ..)| number)
}

/// The first headline of the page.
fn headline(page: &Page, dropped: &[bool]) -> Option<String> {
    let first = page.nodes.iter().enumerate().position(|(number, node)| node.tag == "h1" && !dropped[number])?;
    let words = text_of(page, first..page.nodes[first].end, &|_| false).replace('\n', " ");
    (!words.trim().is_empty()).then_some(words)
}

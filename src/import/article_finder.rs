//! Finds the article in a saved or shared page, among menus, teasers and comments.

use super::page_tree::{Node, Page};
use super::tidy::{is_dropped, is_inline, text_of, texts_in, tidy};

/// Returns the text of the article, with its headline first. If the article cannot be told from the rest, as in a short fragment,
/// returns the whole text.
#[must_use]
pub fn article(page: &Page) -> String {
    article_with_texts(page).0
}

/// Returns the text of the article and the text nodes that it was taken from, in its order.
pub(super) fn article_with_texts(page: &Page) -> (String, Vec<usize>) {
    let dropped = dropped(page);
    let weights = weights(page, &dropped);
    let whole = 0..page.nodes.len();
    let Some(root) = root(page, &weights) else { return (text_of(page, whole.clone(), &|_| false), texts_in(page, whole, &|_| false)) };
    let all: usize = weights[root].max(1);
    // The name alone says that a part is no part of the article, so a part with a quarter of the text is kept.
    let aside = |number: usize| {
        number != root && page.nodes[number].hints.iter().any(|hint| ASIDE.contains(&hint.as_str())) && weights[number] * 4 < all
    };
    let range = if page.nodes[root].tag.is_empty() { 0..page.nodes.len() } else { root..page.nodes[root].end };
    let body = text_of(page, range.clone(), &aside);
    let texts = texts_in(page, range.clone(), &aside);
    let has_headline = page.nodes[range].iter().any(|node| node.tag == "h1");
    match headline(page, &dropped).filter(|(headline, _)| !has_headline && !body.starts_with(headline.as_str())) {
        Some((headline, first)) => (format!("{headline}\n\n{body}"), [first, texts].concat()),
        None => (body, texts),
    }
}

/// Returns the text of HTML that was copied or dragged: all of it, or only the article if it has the menus of a whole page.
#[must_use]
pub fn fragment(page: &Page) -> String {
    let is_whole_page = page.nodes.iter().any(|node| matches!(node.tag.as_str(), "nav" | "footer"));
    if is_whole_page { article(page) } else { tidy(page) }
}

/// Words in the names of parts that are not the article.
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

/// Words in the names of parts that often are the article.
const BODY: [&str; 10] = ["article", "articlebody", "body", "content", "entry", "main", "post", "story", "text", "prose"];

/// The shortest paragraph that counts as running text, in bytes.
const SHORTEST_PARAGRAPH: usize = 60;
/// The least running text in which an article is looked for, in bytes.
const SHORTEST_ARTICLE: usize = 150;

/// Returns, for each node, whether it is dropped or inside a dropped one.
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

/// Returns the running text in each node, in bytes: text outside links and headings, in paragraphs of some length.
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
    // Children follow their parents, so backwards each node has its whole weight before it is added to its parent. A paragraph that
    // is too short counts as zero.
    for number in (0..page.nodes.len()).rev() {
        let node = &page.nodes[number];
        if matches!(node.tag.as_str(), "p" | "li" | "div" | "td" | "blockquote" | "section") && weights[number] < SHORTEST_PARAGRAPH {
            weights[number] = 0;
        }
        if let Some(parent) = weights.get(node.parent).copied() {
            weights[node.parent] = parent + weights[number];
        }
    }
    weights
}

/// Returns the element that is the article: one that is named so, else the smallest one with most of the running text.
fn root(page: &Page, weights: &[usize]) -> Option<usize> {
    let all: usize = page.nodes.iter().zip(weights).filter(|(node, _)| node.parent == usize::MAX).map(|(_, weight)| weight).sum();
    if all < SHORTEST_ARTICLE {
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
    // Several `article` elements of some weight are parts of one text, such as a live report.
    let articles = elements().filter(|(number, node)| node.tag == "article" && weights[*number] * 5 >= all).count();
    let named = if articles > 1 { &named[2..] } else { &named[..] };
    let named = named.iter().find_map(|is| heaviest(*is).filter(|number| weights[*number] * 5 >= all * 2 && weights[*number] > 0));
    if named.is_some() {
        return named;
    }
    // The smallest element with at least 70 % of the running text.
    let likely = |node: &Node| node.hints.iter().any(|hint| BODY.contains(&hint.as_str()));
    let candidates = elements().filter(|(number, _)| weights[*number] * 10 >= all * 7 && weights[*number] > 0);
    candidates
        .map(|(number, node)| (number, node.end - number, likely(node)))
        .min_by_key(|(_, size, likely)| (*size, !likely))
        .map(|(number, ..)| number)
}

/// Returns the text of the first `h1` of the page and its text nodes.
fn headline(page: &Page, dropped: &[bool]) -> Option<(String, Vec<usize>)> {
    let first = page.nodes.iter().enumerate().position(|(number, node)| node.tag == "h1" && !dropped[number])?;
    let range = first..page.nodes[first].end;
    let words = text_of(page, range.clone(), &|_| false).replace('\n', " ");
    (!words.trim().is_empty()).then(|| (words, texts_in(page, range, &|_| false)))
}

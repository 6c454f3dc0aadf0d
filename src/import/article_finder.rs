//! Finds the article in a saved or shared page, among menus, teasers and comments.
//!
//! What is no article by its names, links or form is set apart first (`asides`). The article is the smallest part with most of the
//! running text that is left, and what stands between its headline (`headline`) and that part.

use super::asides::{Asides, is_heading};
use super::headline::headline;
use super::page_tree::{Node, Page, is_inline};
use std::ops::Range;

/// Words in the names of parts that often are the article.
const BODY: [&str; 10] = ["article", "articlebody", "body", "content", "entry", "main", "post", "story", "text", "prose"];

/// The shortest paragraph that counts as running text, in bytes.
const SHORTEST_PARAGRAPH: usize = 60;
/// The least running text in which an article is looked for, in bytes.
const SHORTEST_ARTICLE: usize = 150;

/// Returns, for each node, whether it is left out of the article with its descendants. Returns `None` if the article cannot be told
/// from the rest, as in a short fragment.
pub(super) fn left_out(page: &Page) -> Option<Vec<bool>> {
    let mut outside = Asides::dropped(page);
    let mut weights = running_text(page, &outside);
    let first = headline(page, &outside, &weights).filter(|(_, repeated)| *repeated).map(|(heading, _)| heading);
    let asides = Asides::new(page, first).outside;
    let without = running_text(page, &asides);
    if sum(page, &without) >= SHORTEST_ARTICLE {
        (outside, weights) = (asides, without);
    }
    let all = sum(page, &weights);
    if all < SHORTEST_ARTICLE {
        return None;
    }
    let heading = headline(page, &outside, &weights);
    let root = root(page, &weights, all, heading)?;
    let wanted = wanted(page, &outside, &weights, root, heading);
    Some((0..page.nodes.len()).map(|number| outside[number] || !wanted.any_in(number..page.nodes[number].end)).collect())
}

/// Returns the running text in each node, in bytes: text outside links and headings, in paragraphs of some length.
fn running_text(page: &Page, outside: &[bool]) -> Vec<usize> {
    let mut weights = vec![0; page.nodes.len()];
    let mut until = 0;
    for (number, node) in page.nodes.iter().enumerate() {
        if (node.link || is_heading(node)) && number >= until {
            until = node.end;
        }
        if !outside[number] && number >= until {
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

/// Returns the running text of the page.
fn sum(page: &Page, weights: &[usize]) -> usize {
    page.nodes.iter().zip(weights).filter(|(node, _)| node.parent == usize::MAX).map(|(_, weight)| weight).sum()
}

/// Returns the element that is the article: one that is named so, else the smallest one with most of the running text.
fn root(page: &Page, weights: &[usize], all: usize, heading: Option<(usize, bool)>) -> Option<usize> {
    // The article with the headline may be shorter than what readers write below it.
    let inside =
        |number: &usize| heading.is_some_and(|(heading, repeated)| repeated && (*number..page.nodes[*number].end).contains(&heading));
    let short = (0..page.nodes.len()).filter(|number| page.nodes[*number].tag == "article" && weights[*number] * 5 >= all).find(inside);
    let contains = |node: &Node| !matches!(node.tag.as_str(), "" | "p" | "li" | "ul" | "ol" | "blockquote") && !is_inline(&node.tag);
    let elements = || page.nodes.iter().enumerate().filter(|(_, node)| contains(node));
    let heaviest = |is: &dyn Fn(&Node) -> bool| {
        elements().filter(|(_, node)| is(node)).map(|(number, _)| number).max_by_key(|number| weights[*number])
    };
    let called = |node: &Node, name: &str| node.names.iter().any(|other| other == name);
    let named: [&dyn Fn(&Node) -> bool; 3] =
        [&|node| called(node, "articlebody"), &|node| node.tag == "article", &|node| node.tag == "main" || called(node, "main")];
    // Several `article` elements of some weight are parts of one text, such as a live report, or several stories.
    let articles = elements().filter(|(number, node)| node.tag == "article" && weights[*number] * 5 >= all).count();
    let named = if articles > 1 { &named[2..] } else { &named[..] };
    let named = named.iter().find_map(|is| heaviest(*is).filter(|number| weights[*number] * 5 >= all * 2 && weights[*number] > 0));
    // The smallest element with at least 70 % of the running text.
    let likely = |node: &Node| node.names.iter().flat_map(|name| name.split(['-', '_'])).any(|word| BODY.contains(&word));
    let candidates = || elements().filter(|(number, _)| weights[*number] * 10 >= all * 7 && weights[*number] > 0);
    let smallest =
        || candidates().map(|(number, node)| (number, node.end - number, likely(node))).min_by_key(|(_, size, likely)| (*size, !likely));
    let root = named.or(short).or_else(|| smallest().map(|(number, ..)| number))?;
    Some(heading.map_or(root, |(heading, _)| story(page, weights, root, heading)))
}

/// Returns the part of `root` that is the story of the headline, if there are several stories side by side.
fn story(page: &Page, weights: &[usize], root: usize, headline: usize) -> usize {
    let mut here = root;
    loop {
        let heavy: Vec<usize> = children(page, here).filter(|child| weights[*child] * 5 >= weights[root]).collect();
        let Some(own) = heavy.iter().copied().find(|child| (*child..page.nodes[*child].end).contains(&headline)) else { return root };
        let alike = |other: &usize| {
            let first = (*other..page.nodes[*other].end).find(|number| is_heading(&page.nodes[*number]) || is_text(page, weights, *number));
            let heading = first.map(|first| page.nodes[first].tag.as_str()).filter(|tag| !tag.is_empty());
            let article = |number: usize| (number..page.nodes[number].end).any(|number| page.nodes[number].tag == "article");
            heading.is_some_and(|tag| tag == page.nodes[headline].tag || (article(*other) && article(own)))
        };
        if heavy.len() > 1 {
            return if heavy.iter().all(|other| *other == own || alike(other)) { own } else { root };
        }
        here = own;
    }
}

/// Returns true for a text node with running text.
fn is_text(page: &Page, weights: &[usize], number: usize) -> bool {
    page.nodes[number].tag.is_empty() && weights[number] >= SHORTEST_PARAGRAPH
}

/// Returns the children of a node.
fn children(page: &Page, parent: usize) -> impl Iterator<Item = usize> {
    let end = page.nodes[parent].end;
    std::iter::successors(Some(parent + 1), |child| page.nodes.get(*child).map(|child| child.end)).take_while(move |child| *child < end)
}

/// The nodes of the article, as their number before each node.
struct Wanted(Vec<usize>);

impl Wanted {
    /// Takes the parts with these nodes.
    fn new(page: &Page, parts: impl Iterator<Item = Range<usize>>) -> Self {
        let mut wanted = vec![false; page.nodes.len()];
        for part in parts {
            wanted[part].fill(true);
        }
        let mut sum = 0;
        let sums = wanted.iter().map(|wanted| {
            sum += usize::from(*wanted);
            sum
        });
        Self(std::iter::once(0).chain(sums).collect())
    }

    fn any_in(&self, nodes: Range<usize>) -> bool {
        self.0[nodes.end] > self.0[nodes.start]
    }
}

/// Returns the nodes of the article: its root, the headline before it and what stands between, and the parts of the same form behind it.
fn wanted(page: &Page, outside: &[bool], weights: &[usize], root: usize, heading: Option<(usize, bool)>) -> Wanted {
    let end = page.nodes[root].end;
    let text = |nodes: Range<usize>| nodes.filter(|number| is_text(page, weights, *number)).map(|number| weights[number]).sum::<usize>();
    let start = match heading {
        // What stands before the headline in the same part is the head of the page.
        Some((heading, true)) if (root..end).contains(&heading) && text(root..heading) * 4 < weights[root] => heading,
        Some((heading, _)) if heading < root && text(heading..root) * 2 < weights[root] => heading,
        _ => root,
    };
    let far = heading.map(|(heading, _)| heading).filter(|heading| *heading < start).map(|heading| heading..page.nodes[heading].end);
    let node = &page.nodes[root];
    let alike = |other: usize| page.nodes[other].tag == node.tag && page.nodes[other].names == node.names && !node.names.is_empty();
    let behind = (node.parent < page.nodes.len()).then(|| children(page, node.parent)).into_iter().flatten();
    let behind = behind.filter(|other| *other >= end && alike(*other) && !outside[*other]).map(|other| other..page.nodes[other].end);
    Wanted::new(page, far.into_iter().chain(std::iter::once(start..end)).chain(behind))
}

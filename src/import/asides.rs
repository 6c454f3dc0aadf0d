//! Tells parts of a page that are no article from its article: by their names (`aside_names`), by their links, and as cards of other
//! articles.

use super::aside_names::{Aside, meaning};
use super::page_tree::{Node, Page, is_inline};
use super::tidy::is_dropped;
use std::ops::Range;

/// Sums over the nodes before each node, so that the sum of a part is a difference.
struct Sums(Vec<usize>);

impl Sums {
    fn new(values: impl Iterator<Item = usize>) -> Self {
        let mut sum = 0;
        let sums = values.map(|value| {
            sum += value;
            sum
        });
        Self(std::iter::once(0).chain(sums).collect())
    }

    fn of(&self, page: &Page, number: usize) -> usize {
        self.within(&(number..page.nodes[number].end))
    }

    fn within(&self, nodes: &Range<usize>) -> usize {
        self.0[nodes.end] - self.0[nodes.start]
    }
}

/// What the parts of a page hold.
pub(super) struct Asides {
    /// For each node, true if it is inside a part that is dropped or no article.
    pub outside: Vec<bool>,
}

/// The most text of a card beside its headline, in bytes.
const LARGEST_CARD: usize = 500;
/// The shortest text that is a part of its own, in bytes.
const SHORTEST: usize = 150;

impl Asides {
    /// Finds the parts that are no article. The part with the `headline`, a node, is none of them.
    pub fn new(page: &Page, headline: Option<usize>) -> Self {
        let nodes = &page.nodes;
        let mut outside = Self::dropped(page);
        let length = |number: usize, outside: &[bool]| if outside[number] { 0 } else { nodes[number].text.trim().len() };
        let all = Sums::new((0..nodes.len()).map(|number| length(number, &outside)));
        let whole = all.0[nodes.len()];
        let has_headline = |number: usize| headline.is_some_and(|headline| (number..nodes[number].end).contains(&headline));
        let named = |number: usize| nodes[number].names.iter().map(|name| meaning(name)).fold(Aside::Never, Aside::or);
        let rest = |number: usize| whole - all.of(page, number);
        for number in 0..nodes.len() {
            let aside = match named(number) {
                Aside::Never => false,
                Aside::Perhaps => all.of(page, number) * 4 < whole,
                Aside::Surely => rest(number) >= SHORTEST,
            };
            if aside && !outside[number] && !has_headline(number) {
                outside[number..nodes[number].end].fill(true);
            }
        }
        let links = Links::new(page, &outside);
        for number in links.cards(page).chain(links.lists(page)) {
            if !has_headline(number) && !outside[number] {
                outside[number..nodes[number].end].fill(true);
            }
        }
        let left = Sums::new((0..nodes.len()).map(|number| length(number, &outside)));
        for number in (0..nodes.len()).filter(|number| is_heading(&nodes[*number]) && !has_headline(*number)) {
            let behind = nodes[number].end..nodes.get(nodes[number].parent).map_or(nodes.len(), |parent| parent.end);
            // A heading above nothing but what is left out: `Related topics`.
            if left.within(&behind) == 0 && all.within(&behind) > 0 && !outside[number] {
                outside[number..nodes[number].end].fill(true);
            }
        }
        Self { outside }
    }

    /// Returns, for each node, whether it is dropped or inside a dropped one.
    pub fn dropped(page: &Page) -> Vec<bool> {
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
}

pub(super) fn is_heading(node: &Node) -> bool {
    matches!(node.tag.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// How much of each part is links and headings, in bytes.
struct Links {
    text: Sums,
    linked: Sums,
    in_headings: Sums,
    headings: Sums,
}

impl Links {
    fn new(page: &Page, outside: &[bool]) -> Self {
        let nodes = &page.nodes;
        let (mut link_until, mut heading_until) = (0, 0);
        let mut lengths = Vec::with_capacity(nodes.len());
        for (number, node) in nodes.iter().enumerate() {
            if node.link {
                link_until = link_until.max(node.end);
            }
            if is_heading(node) {
                heading_until = heading_until.max(node.end);
            }
            let length = if outside[number] { 0 } else { node.text.trim().len() };
            lengths.push((length, number < link_until, number < heading_until));
        }
        Self {
            text: Sums::new(lengths.iter().map(|(length, ..)| *length)),
            linked: Sums::new(lengths.iter().map(|(length, linked, _)| if *linked { *length } else { 0 })),
            in_headings: Sums::new(lengths.iter().map(|(length, _, heading)| if *heading { *length } else { 0 })),
            headings: Sums::new(nodes.iter().zip(outside).map(|(node, outside)| usize::from(is_heading(node) && !outside))),
        }
    }

    /// Returns true if all text of a part is links to other pages.
    fn is_link(&self, page: &Page, number: usize) -> bool {
        self.text.of(page, number) > 0 && self.linked.of(page, number) == self.text.of(page, number)
    }

    /// Returns the cards of other articles: a linked headline below `h1`, with little text around it.
    fn cards<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = usize> + 'a {
        let nodes = &page.nodes;
        let headings = (0..nodes.len()).filter(|number| is_heading(&nodes[*number]) && nodes[*number].tag != "h1");
        headings.filter(|number| self.is_link(page, *number)).filter_map(|heading| {
            let parents = std::iter::successors(Some(nodes[heading].parent), |parent| Some(nodes.get(*parent)?.parent));
            let small = |parent: &usize| {
                *parent < nodes.len()
                    && self.headings.of(page, *parent) == 1
                    && self.text.of(page, *parent) - self.in_headings.of(page, *parent) <= LARGEST_CARD
            };
            parents.take_while(small).last()
        })
    }

    /// Returns the blocks and lists that are nothing but links to other pages.
    fn lists<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = usize> + 'a {
        let block = |node: &Node| !node.tag.is_empty() && !is_inline(&node.tag);
        (0..page.nodes.len()).filter(move |number| block(&page.nodes[*number]) && self.is_link(page, *number))
    }
}

//! Parts in the document: drawn, moved to their place, and drawn again with as little change as possible.

use super::listed::DrawnList;
use super::node::DrawnElement;
use super::watch::Watch;
use super::{Live, Part};
use leptos::prelude::document;
use std::borrow::Cow;
use std::mem;
use web_sys::{Node, Text};

/// A part in the document.
pub enum Drawn {
    /// A comment, where something may come.
    Nothing(Node),
    /// Text.
    Text(Text, Cow<'static, str>),
    /// An element.
    Element(Box<DrawnElement>),
    /// Parts in a row, and a comment at their end.
    Many(Vec<Drawn>, Node),
    /// Parts that are known by a number.
    Listed(DrawnList),
    /// A part that follows what it reads.
    Live(Watch<Drawn>),
}

fn comment() -> Node {
    document().create_comment("").into()
}

impl Drawn {
    /// Draws a part, outside of the document for now.
    pub fn new(part: Part) -> Self {
        match part {
            Part::Nothing => Self::Nothing(comment()),
            Part::Text(words) => Self::Text(document().create_text_node(&words), words),
            Part::Element(element) => Self::Element(Box::new(DrawnElement::new(*element))),
            Part::Many(parts) => Self::Many(parts.into_iter().map(Self::new).collect(), comment()),
            Part::Listed(listed) => Self::Listed(DrawnList::new(&listed)),
            Part::Live(live) => Self::Live(follow(live)),
        }
    }

    /// Puts it into its place, before a node or at the end.
    pub fn place(&self, parent: &Node, before: Option<&Node>) {
        self.each_node(&mut |node| drop(parent.insert_before(node, before)));
    }

    /// Takes it out of the document.
    pub fn remove(&self) {
        self.each_node(&mut |node| {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        });
    }

    fn each_node(&self, work: &mut dyn FnMut(&Node)) {
        match self {
            Self::Nothing(node) => work(node),
            Self::Text(text, _) => work(text),
            Self::Element(element) => work(element.node()),
            Self::Many(parts, end) => {
                for part in parts {
                    part.each_node(work);
                }
                work(end);
            }
            Self::Listed(list) => {
                list.items().for_each(|part| part.each_node(work));
                work(list.end());
            }
            Self::Live(watch) => drop(watch.with(|part| part.each_node(work))),
        }
    }

    /// The first of its nodes.
    pub fn first(&self) -> Option<Node> {
        match self {
            Self::Nothing(node) => Some(node.clone()),
            Self::Text(text, _) => Some(Node::clone(text)),
            Self::Element(element) => Some(element.node().clone()),
            Self::Many(parts, end) => parts.first().map_or_else(|| Some(end.clone()), Self::first),
            Self::Listed(list) => list.items().next().map_or_else(|| Some(list.end().clone()), Self::first),
            Self::Live(watch) => watch.with(|part| part.first()).flatten(),
        }
    }

    /// Draws another part in its place. What is alike stays, with the keyboard's focus and all else that the browser keeps.
    pub fn again(&mut self, part: Part) {
        match (&mut *self, part) {
            (Self::Nothing(_), Part::Nothing) => {}
            (Self::Text(node, old), Part::Text(new)) => {
                if *old != new {
                    node.set_data(&new);
                    *old = new;
                }
            }
            (Self::Element(old), Part::Element(new)) if old.is_like(&new) => old.again(*new),
            (Self::Many(old, end), Part::Many(new)) => many_again(old, end, new),
            (Self::Listed(old), Part::Listed(new)) => old.again(&new),
            (_, part) => self.replace(Self::new(part)),
        }
    }

    fn replace(&mut self, new: Self) {
        let old = mem::replace(self, new);
        if let Some(first) = old.first()
            && let Some(parent) = first.parent_node()
        {
            self.place(&parent, Some(&first));
        }
        old.remove();
    }
}

fn many_again(old: &mut Vec<Drawn>, end: &Node, new: Vec<Part>) {
    let count = new.len();
    for (place, part) in new.into_iter().enumerate() {
        if let Some(old) = old.get_mut(place) {
            old.again(part);
            continue;
        }
        let part = Drawn::new(part);
        if let Some(parent) = end.parent_node() {
            part.place(&parent, Some(end));
        }
        old.push(part);
    }
    old.drain(count..).for_each(|part| part.remove());
}

fn follow(live: Live<Part>) -> Watch<Drawn> {
    let draw = move |before: Option<Drawn>| {
        let part = live();
        match before {
            Some(mut drawn) => {
                drawn.again(part);
                drawn
            }
            None => Drawn::new(part),
        }
    };
    Watch::new(draw, None)
}

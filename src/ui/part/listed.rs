//! Parts that are known by a number. When the list is drawn anew, those at both ends that have the same numbers as before stay as
//! they are, so a list that grows, or changes in one place, is drawn only there.

use super::drawn::Drawn;
use super::{IntoPart, Live, Part};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::Node;

type Item = Arc<dyn Fn(usize) -> Part + Send + Sync>;
type Told = Arc<dyn Fn(usize, usize, &Node) + Send + Sync>;

/// A list before it is drawn.
pub struct Listed {
    numbers: Vec<usize>,
    item: Item,
    told: Option<Told>,
    owner: Owner,
}

/// The parts whose numbers `numbers` gives.
pub fn listed(numbers: impl Fn() -> Vec<usize> + Send + Sync + 'static, item: impl Fn(usize) -> Part + Send + Sync + 'static) -> Part {
    list(Box::new(numbers), Arc::new(item), None)
}

/// The same; `told` hears of each item after every drawing: its place, its number and its first node.
pub fn listed_with(
    numbers: impl Fn() -> Vec<usize> + Send + Sync + 'static,
    item: impl Fn(usize) -> Part + Send + Sync + 'static,
    told: impl Fn(usize, usize, &Node) + Send + Sync + 'static,
) -> Part {
    list(Box::new(numbers), Arc::new(item), Some(Arc::new(told)))
}

fn list(numbers: Live<Vec<usize>>, item: Item, told: Option<Told>) -> Part {
    // What an item creates lives as long as the item, not only until the list changes.
    let owner = Owner::current().unwrap_or_default();
    (move || Part::Listed(Listed { numbers: numbers(), item: Arc::clone(&item), told: told.clone(), owner: owner.clone() })).into_part()
}

/// An item in the document, with the owner of what it created.
struct Entry {
    number: usize,
    drawn: Drawn,
    owner: Owner,
}

/// A list in the document; a comment marks its end.
pub struct DrawnList {
    entries: Vec<Entry>,
    end: Node,
}

impl DrawnList {
    /// Draws all of it.
    pub fn new(listed: &Listed) -> Self {
        let entries = listed.numbers.iter().map(|number| listed.draw(*number)).collect();
        let list = Self { entries, end: document().create_comment("").into() };
        list.tell(listed);
        list
    }

    /// Draws what is not there yet and removes what is no more. Between the ends that stay, one takes the place of the other.
    pub fn again(&mut self, listed: &Listed) {
        let (old, new) = (&mut self.entries, &listed.numbers);
        let before = old.iter().zip(new).take_while(|(old, new)| old.number == **new).count();
        let after = old[before..].iter().rev().zip(new[before..].iter().rev()).take_while(|(old, new)| old.number == **new).count();
        let (old_end, new_end) = (old.len() - after, new.len() - after);
        let both = before..old_end.min(new_end);
        for (entry, number) in old[both.clone()].iter_mut().zip(&new[both.clone()]).filter(|(entry, number)| entry.number != **number) {
            entry.again(listed, *number);
        }
        let fresh: Vec<Entry> = new[both.end..new_end].iter().map(|number| listed.draw(*number)).collect();
        let next = old.get(old_end).and_then(|entry| entry.drawn.first()).unwrap_or_else(|| self.end.clone());
        if let Some(parent) = next.parent_node() {
            for entry in &fresh {
                entry.drawn.place(&parent, Some(&next));
            }
        }
        old.splice(both.end..old_end, fresh).for_each(|entry| entry.drawn.remove());
        self.tell(listed);
    }

    fn tell(&self, listed: &Listed) {
        let Some(told) = &listed.told else { return };
        for (place, entry) in self.entries.iter().enumerate() {
            if let Some(node) = entry.drawn.first() {
                told(place, entry.number, &node);
            }
        }
    }

    /// What is drawn, in order.
    pub fn items(&self) -> impl Iterator<Item = &Drawn> {
        self.entries.iter().map(|entry| &entry.drawn)
    }

    /// The end of the list.
    pub fn end(&self) -> &Node {
        &self.end
    }
}

impl Entry {
    /// Draws another item in the place of this one, with as little change as possible.
    fn again(&mut self, listed: &Listed, number: usize) {
        let owner = listed.owner.child();
        owner.with(|| self.drawn.again((listed.item)(number)));
        (self.number, self.owner) = (number, owner);
    }
}

impl Listed {
    fn draw(&self, number: usize) -> Entry {
        let owner = self.owner.child();
        let drawn = owner.with(|| Drawn::new((self.item)(number)));
        Entry { number, drawn, owner }
    }
}

//! What the page is made of, as data: `view!` writes it, `drawn` puts it into the document and keeps it up to date. One small
//! type for all elements, where Leptos' own renderer has a type for each; signals, memos and components are those of Leptos.

mod attribute;
mod drawn;
mod element;
mod listed;
mod mount;
mod node;
mod show;
mod signal;
mod watch;

pub use element::Element;
pub use listed::{Listed, listed, listed_with};
pub use mount::mount;
pub use show::Show;
pub use signal::{Memo, RwSignal, derived};
pub use watch::follow;

use std::borrow::Cow;

/// A function of the page that is called again when what it reads changes.
pub type Live<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A part of the page.
pub enum Part {
    /// Nothing, but it may become something.
    Nothing,
    /// Text.
    Text(Cow<'static, str>),
    /// An element with all that is in it.
    Element(Box<Element>),
    /// Several parts in a row.
    Many(Vec<Part>),
    /// Parts that are known by a number.
    Listed(Listed),
    /// A part that follows what it reads.
    Live(Live<Part>),
}

/// What can be drawn.
pub trait IntoPart {
    /// As a part of the page.
    fn into_part(self) -> Part;
}

impl IntoPart for Part {
    fn into_part(self) -> Part {
        self
    }
}

impl IntoPart for () {
    fn into_part(self) -> Part {
        Part::Nothing
    }
}

impl IntoPart for &'static str {
    fn into_part(self) -> Part {
        Part::Text(Cow::Borrowed(self))
    }
}

impl IntoPart for String {
    fn into_part(self) -> Part {
        Part::Text(Cow::Owned(self))
    }
}

impl IntoPart for usize {
    fn into_part(self) -> Part {
        self.to_string().into_part()
    }
}

impl<T: IntoPart> IntoPart for Option<T> {
    fn into_part(self) -> Part {
        self.map_or(Part::Nothing, T::into_part)
    }
}

impl<T: IntoPart> IntoPart for Vec<T> {
    fn into_part(self) -> Part {
        self.parts()
    }
}

impl<T: IntoPart, F: Fn() -> T + Send + Sync + 'static> IntoPart for F {
    fn into_part(self) -> Part {
        Part::Live(Box::new(move || self().into_part()))
    }
}

/// What can be drawn in a row.
pub trait Parts {
    /// All of it.
    fn parts(self) -> Part;
}

impl<I: IntoIterator<Item: IntoPart>> Parts for I {
    fn parts(self) -> Part {
        Part::Many(self.into_iter().map(IntoPart::into_part).collect())
    }
}

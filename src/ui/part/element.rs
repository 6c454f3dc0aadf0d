//! An element before it is drawn. `view!` calls these functions.
#![expect(clippy::unnecessary_box_returns, reason = "from call to call goes one pointer: that is much less code")]

use super::Part;
use super::attribute::{IntoValue, Setting, What};
use leptos::ev::EventDescriptor;
use leptos::html::ElementType;
use leptos::prelude::NodeRef;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// What an event does.
pub type Handler = Box<dyn FnMut(Event)>;

/// What is told where the element is.
pub type Loaded = Box<dyn FnOnce(&web_sys::Element)>;

/// An element: its name, all that is set on it, and what is in it.
pub struct Element {
    pub(super) tag: &'static str,
    pub(super) svg: bool,
    pub(super) fixed: &'static [(&'static str, &'static str)],
    pub(super) settings: Vec<Setting>,
    pub(super) handlers: Vec<(Rc<str>, Handler)>,
    pub(super) loaded: Option<Loaded>,
    pub(super) children: Vec<Part>,
}

impl Element {
    /// An element of HTML or of a drawing.
    #[inline(never)]
    pub fn new(tag: &'static str, svg: bool) -> Box<Self> {
        Box::new(Self { tag, svg, fixed: &[], settings: Vec::new(), handlers: Vec::new(), loaded: None, children: Vec::new() })
    }

    /// Attributes that never change.
    #[must_use]
    #[inline(never)]
    pub fn fixed(mut self: Box<Self>, fixed: &'static [(&'static str, &'static str)]) -> Box<Self> {
        self.fixed = fixed;
        self
    }

    #[inline(never)]
    fn set(mut self: Box<Self>, setting: Setting) -> Box<Self> {
        self.settings.push(setting);
        self
    }

    /// An attribute.
    #[must_use]
    pub fn attribute(self: Box<Self>, name: &'static str, value: impl IntoValue) -> Box<Self> {
        self.set(Setting { what: What::Attribute, name, value: value.into_value() })
    }

    /// A property in JavaScript.
    #[must_use]
    pub fn property(self: Box<Self>, name: &'static str, value: impl IntoValue) -> Box<Self> {
        self.set(Setting { what: What::Property, name, value: value.into_value() })
    }

    /// A class that is there or not.
    #[must_use]
    pub fn toggle(self: Box<Self>, name: &'static str, value: impl IntoValue) -> Box<Self> {
        self.set(Setting { what: What::Class, name, value: value.into_value() })
    }

    /// What an event does.
    #[must_use]
    pub fn on<E: EventDescriptor>(self: Box<Self>, event: &E, mut handler: impl FnMut(E::EventType) + 'static) -> Box<Self>
    where
        E::EventType: JsCast,
    {
        self.handle(&event.name(), Box::new(move |event| handler(event.unchecked_into())))
    }

    #[inline(never)]
    fn handle(mut self: Box<Self>, event: &str, handler: Handler) -> Box<Self> {
        self.handlers.push((event.into(), handler));
        self
    }

    /// Tells where the element is, once it is there.
    #[must_use]
    pub fn reference<E: ElementType>(mut self: Box<Self>, reference: NodeRef<E>) -> Box<Self>
    where
        E::Output: JsCast + Clone + 'static,
    {
        use leptos::tachys::html::node_ref::NodeRefContainer as _;
        self.loaded = Some(Box::new(move |element| reference.load(element)));
        self
    }

    /// What is in it, one after the other.
    #[must_use]
    pub fn child(mut self: Box<Self>, child: Part) -> Box<Self> {
        self.children.push(child);
        self
    }

    /// Complete.
    #[must_use]
    pub fn done(self: Box<Self>) -> Part {
        Part::Element(self)
    }
}

//! An element in the document.

use super::Part;
use super::attribute::Set;
use super::drawn::Drawn;
use super::element::{Element, Handler};
use leptos::prelude::document;
use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What is in an element: only text, which needs no node of its own here, or parts.
enum Content {
    Words(Cow<'static, str>),
    Parts(Vec<Drawn>),
}

/// An element in the document, with what keeps it up to date.
pub struct DrawnElement {
    node: web_sys::Element,
    tag: &'static str,
    fixed: &'static [(&'static str, &'static str)],
    set: Vec<Set>,
    listeners: Vec<Listener>,
    referred: bool,
    content: Content,
}

impl DrawnElement {
    /// Draws an element with all that is in it.
    pub fn new(element: Element) -> Self {
        let Element { tag, svg, fixed, settings, handlers, loaded, children } = element;
        let node = create(tag, svg);
        for (name, value) in fixed {
            let _ = node.set_attribute(name, value);
        }
        let content = content(&node, children);
        let set = settings.into_iter().map(|setting| setting.on(&node, None)).collect();
        let listeners = handlers.into_iter().map(|(event, handler)| Listener::new(&node, event, handler)).collect();
        let referred = loaded.map(|loaded| loaded(&node)).is_some();
        Self { node, tag, fixed, set, listeners, referred, content }
    }

    /// The element itself.
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// Whether it can become `new` by other values and other content.
    pub fn is_like(&self, new: &Element) -> bool {
        let content = match (&self.content, new.children.as_slice()) {
            (Content::Words(_), [Part::Text(_)]) => true,
            (Content::Parts(_), [Part::Text(_)]) | (Content::Words(_), _) => false,
            (Content::Parts(old), new) => old.len() == new.len(),
        };
        content
            && self.tag == new.tag
            && self.fixed == new.fixed
            && self.referred == new.loaded.is_some()
            && self.set.len() == new.settings.len()
            && self.set.iter().zip(&new.settings).all(|(old, new)| old.is_like(new))
            && self.listeners.len() == new.handlers.len()
            && self.listeners.iter().zip(&new.handlers).all(|(old, (event, _))| old.event == *event)
    }

    /// Makes it `new`, which it is like.
    pub fn again(&mut self, new: Element) {
        for (old, new) in self.set.iter_mut().zip(new.settings) {
            old.again(&self.node, new);
        }
        self.listeners = new.handlers.into_iter().map(|(event, handler)| Listener::new(&self.node, event, handler)).collect();
        if let Some(loaded) = new.loaded {
            loaded(&self.node);
        }
        match &mut self.content {
            Content::Words(old) => {
                if let Some(Part::Text(words)) = new.children.into_iter().next()
                    && *old != words
                {
                    self.node.set_text_content(Some(&words));
                    *old = words;
                }
            }
            Content::Parts(old) => old.iter_mut().zip(new.children).for_each(|(old, new)| old.again(new)),
        }
    }
}

fn create(tag: &str, svg: bool) -> web_sys::Element {
    let created = if svg { document().create_element_ns(Some(SVG), tag) } else { document().create_element(tag) };
    // Refused only for a name that is none.
    created.unwrap_or_else(|_| wasm_bindgen::throw_str(tag))
}

fn content(node: &Node, mut children: Vec<Part>) -> Content {
    if let [Part::Text(words)] = children.as_mut_slice() {
        node.set_text_content(Some(words));
        return Content::Words(std::mem::take(words));
    }
    let parts: Vec<Drawn> = children.into_iter().map(Drawn::new).collect();
    for part in &parts {
        part.place(node, None);
    }
    Content::Parts(parts)
}

/// What an event does, until the element goes.
struct Listener {
    node: web_sys::Element,
    event: Rc<str>,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn new(node: &web_sys::Element, event: Rc<str>, handler: Handler) -> Self {
        let closure = Closure::wrap(handler);
        let _ = node.add_event_listener_with_callback(&event, closure.as_ref().unchecked_ref());
        Self { node: node.clone(), event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.node.remove_event_listener_with_callback(&self.event, self.closure.as_ref().unchecked_ref());
    }
}

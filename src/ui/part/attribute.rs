//! Attributes, properties and classes of elements, and their values.

use super::Live;
use super::watch::Watch;
use std::borrow::Cow;
use wasm_bindgen::JsValue;

/// A value that an attribute may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Simple {
    /// Words or a number.
    Text(Cow<'static, str>),
    /// There or not.
    Flag(bool),
}

/// A value, or what gives one.
pub enum Value {
    /// Always the same.
    Fixed(Simple),
    /// It follows what it reads.
    Live(Live<Simple>),
}

/// What an attribute can be set to.
pub trait IntoSimple {
    /// As a value.
    fn into_simple(self) -> Simple;
}

impl IntoSimple for &'static str {
    fn into_simple(self) -> Simple {
        Simple::Text(Cow::Borrowed(self))
    }
}

impl IntoSimple for String {
    fn into_simple(self) -> Simple {
        Simple::Text(Cow::Owned(self))
    }
}

impl IntoSimple for bool {
    fn into_simple(self) -> Simple {
        Simple::Flag(self)
    }
}

impl IntoSimple for usize {
    fn into_simple(self) -> Simple {
        self.to_string().into_simple()
    }
}

impl IntoSimple for i32 {
    fn into_simple(self) -> Simple {
        self.to_string().into_simple()
    }
}

impl<T: IntoSimple> IntoSimple for Option<T> {
    fn into_simple(self) -> Simple {
        self.map_or(Simple::Flag(false), T::into_simple)
    }
}

/// A value or a closure that gives one.
pub trait IntoValue {
    /// As a value.
    fn into_value(self) -> Value;
}

macro_rules! fixed {
    ($($simple:ty),*) => {
        $(impl IntoValue for $simple {
            fn into_value(self) -> Value {
                Value::Fixed(self.into_simple())
            }
        })*
    };
}

fixed!(&'static str, String, bool, usize, i32);

impl<T: IntoSimple> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        Value::Fixed(self.into_simple())
    }
}

impl<T: IntoSimple, F: Fn() -> T + Send + Sync + 'static> IntoValue for F {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self().into_simple()))
    }
}

/// What is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An attribute.
    Attribute,
    /// A property of the element in JavaScript.
    Property,
    /// A class, there or not.
    Class,
}

/// Something to set on an element.
pub struct Setting {
    pub what: What,
    pub name: &'static str,
    pub value: Value,
}

/// The value that an element has, or what keeps it up to date.
enum Held {
    Fixed(Simple),
    Live(Watch<Simple>),
}

/// Something that has been set.
pub struct Set {
    what: What,
    name: &'static str,
    held: Held,
}

impl Setting {
    /// Sets it.
    pub fn on(self, element: &web_sys::Element, before: Option<Simple>) -> Set {
        let Self { what, name, value } = self;
        let held = match value {
            Value::Fixed(value) => {
                if before.as_ref() != Some(&value) {
                    put(element, what, name, &value);
                }
                Held::Fixed(value)
            }
            Value::Live(value) => {
                let element = element.clone();
                let follow = move |before: Option<Simple>| {
                    let value = value();
                    if before.as_ref() != Some(&value) {
                        put(&element, what, name, &value);
                    }
                    value
                };
                Held::Live(Watch::new(follow, before))
            }
        };
        Set { what, name, held }
    }
}

impl Set {
    /// Whether the same is set by `setting`, be it to another value.
    pub fn is_like(&self, setting: &Setting) -> bool {
        self.what == setting.what && self.name == setting.name
    }

    /// Sets it to another value.
    pub fn again(&mut self, element: &web_sys::Element, setting: Setting) {
        let before = match &self.held {
            Held::Fixed(value) => Some(value.clone()),
            Held::Live(watch) => watch.take(),
        };
        *self = setting.on(element, before);
    }
}

fn put(element: &web_sys::Element, what: What, name: &str, value: &Simple) {
    let done = match (what, value) {
        (What::Attribute, Simple::Text(text)) => element.set_attribute(name, text),
        (What::Attribute, Simple::Flag(true)) => element.set_attribute(name, ""),
        (What::Attribute, Simple::Flag(false)) => element.remove_attribute(name),
        (What::Class, value) => element.class_list().toggle_with_force(name, *value == Simple::Flag(true)).map(drop),
        (What::Property, Simple::Text(text)) => js_sys::Reflect::set(element, &JsValue::from_str(name), &JsValue::from_str(text)).map(drop),
        (What::Property, Simple::Flag(flag)) => {
            js_sys::Reflect::set(element, &JsValue::from_str(name), &JsValue::from_bool(*flag)).map(drop)
        }
    };
    debug_assert!(done.is_ok());
}

//! `view!` writes the elements of the page as they look in HTML, in the syntax of Leptos, and turns them into calls of
//! `crate::ui::part`, which draws them. Leptos' own macro gives every element and attribute a type; the code that the
//! compiler writes for those types would be a fifth of what a visit transfers.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement, NodeName};
use syn::{Error, Expr, Lit, Result, Stmt};

/// Elements of drawings, which live in a namespace of their own.
const SVG: [&str; 7] = ["svg", "defs", "pattern", "g", "rect", "circle", "path"];

/// Elements, components (capital letter) and `{expressions}` as one `Part`. Attributes take literals and expressions; `on:event`
/// takes a handler, `class:name` and `prop:name` a value or a closure, `node_ref` a reference.
#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let part = rstml::parse2(input.into()).and_then(|nodes| together(&nodes));
    part.unwrap_or_else(Error::into_compile_error).into()
}

fn together(nodes: &[Node]) -> Result<TokenStream> {
    let mut parts = nodes.iter().filter(|node| !matches!(node, Node::Comment(_))).map(part).collect::<Result<Vec<_>>>()?;
    Ok(if parts.len() == 1 { parts.remove(0) } else { quote!(crate::ui::part::Part::Many(::std::vec![#(#parts),*])) })
}

fn part(node: &Node) -> Result<TokenStream> {
    match node {
        Node::Element(element) if is_component(element.name()) => component(element),
        Node::Element(element) => html(element),
        Node::Text(text) => Ok(quote!(crate::ui::part::IntoPart::into_part(#text))),
        Node::Block(block) => {
            let block = block.try_block().ok_or_else(|| error("an expression is expected"))?;
            let inner = if let [Stmt::Expr(expression, None)] = block.stmts.as_slice() { quote!(#expression) } else { quote!(#block) };
            Ok(quote!(crate::ui::part::IntoPart::into_part(#inner)))
        }
        _ => Err(error("only elements, components, quoted texts and {expressions} can be drawn")),
    }
}

fn error(words: &str) -> Error {
    Error::new(Span::call_site(), words)
}

fn is_component(name: &NodeName) -> bool {
    name.to_string().starts_with(char::is_uppercase)
}

fn html(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    let tag = element.name().to_string();
    let svg = SVG.contains(&tag.as_str());
    let unknown = |child: &Node| matches!(child, Node::Element(child) if !is_component(child.name()) && !SVG.contains(&child.name().to_string().as_str()));
    if svg && element.children.iter().any(unknown) {
        return Err(error("an element of a drawing that `SVG` does not list"));
    }
    let (mut fixed, mut calls) = (Vec::new(), Vec::new());
    for attribute in attributes(element)? {
        let name = attribute.key.to_string();
        let flag = matches!(attribute.value(), Some(Expr::Lit(literal)) if matches!(literal.lit, Lit::Bool(_)));
        let literal = attribute.value_literal_string().filter(|_| !flag && !name.contains(':'));
        match (literal, attribute.value()) {
            (Some(value), _) => fixed.push(quote!((#name, #value))),
            (None, None) => fixed.push(quote!((#name, ""))),
            (None, Some(value)) => calls.push(call(&name, value)),
        }
    }
    let children = element.children.iter().filter(|node| !matches!(node, Node::Comment(_))).map(part).collect::<Result<Vec<_>>>()?;
    let fixed = (!fixed.is_empty()).then(|| quote!(.fixed(&[#(#fixed),*])));
    Ok(quote!(crate::ui::part::Element::new(#tag, #svg) #fixed #(#calls)* #(.child(#children))*.done()))
}

/// What sets an attribute whose value is not known beforehand.
fn call(name: &str, value: &Expr) -> TokenStream {
    if name == "node_ref" {
        return quote!(.reference(#value));
    }
    match name.split_once(':') {
        Some(("on", event)) => {
            let event = Ident::new(event, Span::call_site());
            quote!(.on(&::leptos::ev::#event, #value))
        }
        Some(("class", class)) => quote!(.toggle(#class, #value)),
        Some(("prop", property)) => quote!(.property(#property, #value)),
        _ => quote!(.attribute(#name, #value)),
    }
}

/// A component by its builder, as Leptos defines it. Its children are a closure that draws them.
fn component(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    let name = element.name();
    let mut calls = Vec::new();
    for attribute in attributes(element)? {
        let key = format_ident!("{}", attribute.key.to_string());
        calls.push(attribute.value().map_or_else(|| quote!(.#key(#key)), |value| quote!(.#key(#value))));
    }
    if !element.children.is_empty() {
        let children = together(&element.children)?;
        calls.push(quote!(.children(::std::boxed::Box::new(move || #children))));
    }
    if calls.is_empty() {
        return Ok(quote!(crate::ui::part::IntoPart::into_part(#name())));
    }
    let props = quote!(::leptos::component::component_props_builder(&#name) #(#calls)*.build());
    Ok(quote!(crate::ui::part::IntoPart::into_part(#name(#props))))
}

fn attributes(element: &NodeElement<rstml::Infallible>) -> Result<Vec<&KeyedAttribute>> {
    element.attributes().iter().map(keyed).collect()
}

fn keyed(attribute: &NodeAttribute) -> Result<&KeyedAttribute> {
    match attribute {
        NodeAttribute::Attribute(keyed) => Ok(keyed),
        NodeAttribute::Block(_) => Err(error("an attribute has a name")),
    }
}

//! Checks the layers of the crate, that there is no import cycle, and that no two files or public types have the same name.
//!
//! The sources are parsed with `syn`. A path that begins with `crate::` or `super::` is resolved to the file that defines the item, through the
//! re-exports of `mod.rs` files. A re-export itself is no dependency: it only gives an item a second path.

mod source_files;

use source_files::{folder, rust_files};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::visit::Visit;
use syn::{Item, UseTree, Visibility};

/// A module by its path below the crate: `["engine", "lex", "token"]`; the crate itself is empty.
type Module = Vec<String>;

/// What the tests need to know of a source file.
#[derive(Default)]
struct Source {
    /// Absolute paths of the items that its code names.
    paths: BTreeSet<Vec<String>>,
    /// Its re-exports: the public name, or `*`, with the absolute path of the item.
    exports: Vec<(String, Vec<String>)>,
    /// The names of its public structs, enums and traits.
    types: Vec<String>,
    /// The first names of all paths, by which other crates are recognised.
    roots: BTreeSet<String>,
}

/// The source files of the crate.
struct Crate(BTreeMap<Module, Source>);

fn src() -> PathBuf {
    folder("src")
}

fn module_of(file: &Path) -> Module {
    let below = file.strip_prefix(src()).expect("a source file");
    let mut module: Module = below.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|last| last == "mod" || (module.len() == 1 && (last == "lib" || last == "main"))) {
        module.pop();
    }
    module
}

/// Collects the paths of a file; `super` is resolved against `module`.
struct Collector<'a> {
    module: &'a Module,
    /// The number of inline modules around the current item.
    depth: usize,
    source: Source,
}

impl Collector<'_> {
    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([self.module.clone(), rest.to_vec()].concat()),
            "super" => {
                let supers = path.iter().take_while(|part| *part == "super").count();
                let up = supers.checked_sub(self.depth)?;
                Some([&self.module[..self.module.len().checked_sub(up)?], &path[supers..]].concat())
            }
            _ => None,
        }
    }

    fn tree(&mut self, tree: &UseTree, before: &[String], export: bool) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => self.tree(&path.tree, &with(path.ident.to_string()), export),
            UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(item, before, export)),
            UseTree::Name(name) if name.ident == "self" => self.used(before.last().cloned().unwrap_or_default(), before, export),
            UseTree::Name(name) => self.used(name.ident.to_string(), &with(name.ident.to_string()), export),
            UseTree::Rename(rename) => self.used(rename.rename.to_string(), &with(rename.ident.to_string()), export),
            UseTree::Glob(_) => self.used("*".into(), before, export),
        }
    }

    fn used(&mut self, name: String, path: &[String], export: bool) {
        self.source.roots.extend(path.first().cloned());
        let child = || [self.module.clone(), path.to_vec()].concat();
        if export {
            let path = self.absolute(path).unwrap_or_else(child);
            self.source.exports.push((name, path));
        } else {
            let path = self.absolute(path).unwrap_or_else(child);
            self.source.paths.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            // Unit tests may import from any layer.
            Item::Mod(inner) if inner.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) && inner.ident == "tests" => {}
            Item::Mod(inner) if inner.content.is_some() => {
                self.depth += 1;
                syn::visit::visit_item(self, item);
                self.depth -= 1;
            }
            Item::Use(used) => self.tree(&used.tree, &[], !matches!(used.vis, Visibility::Inherited)),
            Item::Struct(syn::ItemStruct { vis: Visibility::Public(_), ident, .. })
            | Item::Enum(syn::ItemEnum { vis: Visibility::Public(_), ident, .. })
            | Item::Trait(syn::ItemTrait { vis: Visibility::Public(_), ident, .. }) => {
                self.source.types.push(ident.to_string());
                syn::visit::visit_item(self, item);
            }
            _ => syn::visit::visit_item(self, item),
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names.len() > 1 {
            self.source.roots.extend(names.first().cloned());
            let child = [self.module.clone(), names.clone()].concat();
            self.source.paths.insert(self.absolute(&names).unwrap_or(child));
        }
        syn::visit::visit_path(self, path);
    }
}

impl Crate {
    fn read() -> Self {
        let mut sources = BTreeMap::new();
        for file in rust_files(&src()) {
            let module = module_of(&file);
            // The build script and `main.rs` are crates of their own.
            if module.starts_with(&["lexicon".into(), "build".into()]) || file == src().join("main.rs") {
                continue;
            }
            let code = std::fs::read_to_string(&file).expect("a source file can be read");
            let parsed = syn::parse_file(&code).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let mut collector = Collector { module: &module, depth: 0, source: Source::default() };
            collector.visit_file(&parsed);
            let source = collector.source;
            sources.insert(module, source);
        }
        Self(sources)
    }

    /// Returns the module that defines the item of a path, through at most eight re-exports; `None` if it is not in this crate.
    fn defines(&self, path: &[String], steps: usize) -> Option<&Module> {
        let module = (0..=path.len()).rev().find_map(|length| self.0.get_key_value(&path[..length]))?;
        let (name, rest) = path[module.0.len()..].split_first().map_or((None, &[][..]), |(name, rest)| (Some(name), rest));
        if let Some(name) = name
            && steps < 8
        {
            for (export, target) in &module.1.exports {
                let target = match export {
                    _ if export == name => [target, rest].concat(),
                    _ if export == "*" => [&target[..], std::slice::from_ref(name), rest].concat(),
                    _ => continue,
                };
                let found = self.defines(&target, steps + 1);
                if found.is_some_and(|found| found != module.0 && (export != "*" || holds(found, name))) {
                    return found;
                }
            }
        }
        Some(module.0)
    }

    /// Returns the modules on which a module depends.
    fn dependencies(&self, module: &Module) -> BTreeSet<&Module> {
        let known = |path: &&Vec<String>| path.first().is_some_and(|first| self.0.keys().any(|key| key.first() == Some(first)));
        let found = self.0[module].paths.iter().filter(known).filter_map(|path| self.defines(path, 0));
        found.filter(|found| *found != module && !found.is_empty()).collect()
    }
}

/// Returns true if the module is a folder with a `mod.rs`.
fn is_folder(module: &Module) -> bool {
    src().join(module.join("/")).join("mod.rs").exists()
}

/// Returns true if the file of a module contains a name.
fn holds(module: &Module, name: &str) -> bool {
    let candidates = [src().join(module.join("/")).join("mod.rs"), src().join(format!("{}.rs", module.join("/")))];
    let path = candidates.into_iter().find(|path| path.exists());
    path.is_some_and(|path| std::fs::read_to_string(path).is_ok_and(|code| code.contains(name)))
}

/// Searches for a cycle, depth first, and returns the modules on it.
fn cycle<'a>(edges: &BTreeMap<&'a Module, BTreeSet<&'a Module>>) -> Option<Vec<&'a Module>> {
    fn visit<'a>(
        at: &'a Module,
        edges: &BTreeMap<&'a Module, BTreeSet<&'a Module>>,
        done: &mut BTreeSet<&'a Module>,
        path: &mut Vec<&'a Module>,
    ) -> Option<Vec<&'a Module>> {
        if let Some(start) = path.iter().position(|other| *other == at) {
            return Some(path[start..].to_vec());
        }
        if !done.insert(at) {
            return None;
        }
        path.push(at);
        let found = edges.get(at).into_iter().flatten().find_map(|next| visit(next, edges, done, path));
        path.pop();
        found
    }
    let (mut done, mut path) = (BTreeSet::new(), Vec::new());
    edges.keys().find_map(|start| visit(start, edges, &mut done, &mut path))
}

#[test]
fn no_import_cycle() {
    let sources = Crate::read();
    let edges = sources.0.keys().map(|module| (module, sources.dependencies(module))).collect();
    let found = cycle(&edges).map(|modules| modules.iter().map(|module| module.join("::")).collect::<Vec<_>>());
    assert_eq!(found, None);
}

/// The layers by name, each with the layers from which it may import.
const LAYERS: [(&str, &[&str]); 10] = [
    ("lexicon", &[]),
    ("engine", &["lexicon"]),
    ("reading", &["engine", "lexicon"]),
    ("import", &[]),
    ("wording", &["engine", "lexicon", "reading", "import"]),
    ("export", &["engine", "lexicon", "reading", "import", "wording"]),
    ("bridge", &["engine", "lexicon", "reading", "import", "wording", "export"]),
    ("cli", &["engine", "lexicon", "reading", "import", "wording", "export"]),
    ("browser", &[]),
    ("ui", &["engine", "lexicon", "reading", "import", "wording", "export", "browser"]),
];

#[test]
fn each_layer_imports_only_from_lower_ones() {
    let sources = Crate::read();
    for module in sources.0.keys().filter(|module| !module.is_empty()) {
        let (_, below) =
            LAYERS.iter().find(|(layer, _)| *layer == module[0]).unwrap_or_else(|| panic!("{module:?}: a folder that is not in LAYERS"));
        for other in sources.dependencies(module).into_iter().filter(|other| other[0] != module[0]) {
            assert!(below.contains(&other[0].as_str()), "{} may not import from {}", module.join("::"), other.join("::"));
        }
    }
}

/// The parts of the page from which its features may import. Features may not import from each other.
const SHARED_BY_FEATURES: [&str; 5] = ["state", "actions", "focus", "controls", "row_link"];

#[test]
fn features_of_the_page_do_not_import_each_other() {
    let sources = Crate::read();
    for module in sources.0.keys().filter(|module| module.len() > 2 && module[0] == "ui") {
        for other in sources.dependencies(module).into_iter().filter(|other| other.len() > 1 && other[0] == "ui" && other[1] != module[1]) {
            let allowed = SHARED_BY_FEATURES.contains(&other[1].as_str()) && module[1] != "state";
            assert!(allowed, "{} may not import from {}", module.join("::"), other.join("::"));
        }
    }
}

#[test]
fn the_core_does_not_use_browser_crates() {
    let sources = Crate::read();
    for (module, source) in &sources.0 {
        if module.first().is_some_and(|layer| ["lexicon", "engine", "reading", "import", "export", "wording"].contains(&layer.as_str())) {
            for root in ["leptos", "web_sys", "wasm_bindgen", "js_sys"] {
                assert!(!source.roots.contains(root), "{} names {root}", module.join("::"));
            }
        }
    }
}

#[test]
fn names_are_unique() {
    let sources = Crate::read();
    let (mut types, mut names) = (BTreeMap::new(), BTreeMap::new());
    let mut twice = Vec::new();
    for (module, source) in &sources.0 {
        for name in &source.types {
            if let Some(other) = types.insert(name, module) {
                twice.push(format!("type {name}: {} and {}", other.join("::"), module.join("::")));
            }
        }
        if let Some(name) = module.last().filter(|_| !is_folder(module))
            && let Some(other) = names.insert(name, module)
        {
            twice.push(format!("file {name}: {} and {}", other.join("::"), module.join("::")));
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

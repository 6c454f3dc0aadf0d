//! The names of the categories.

use crate::engine::Finding;
use crate::lexicon::Category;

/// Returns the noun for one finding of the category.
#[must_use]
pub fn category_name(category: Category) -> &'static str {
    match category {
        Category::Hedge => "hedge",
        Category::Source => "unnamed source",
        Category::Pending => "undecided matter",
    }
}

/// Returns the noun for several findings of the category.
#[must_use]
pub fn category_plural(category: Category) -> &'static str {
    match category {
        Category::Hedge => "hedges",
        Category::Source => "unnamed sources",
        Category::Pending => "undecided matters",
    }
}

/// Returns the name of the category in an explanation.
#[must_use]
pub fn category_words(finding: &Finding) -> &'static str {
    match finding.category() {
        Category::Hedge => "hedged wording",
        Category::Source => "unnamed source",
        Category::Pending => "undecided matter",
    }
}

/// Returns the name of the category on its switch.
#[must_use]
pub fn category_title(category: Category) -> &'static str {
    match category {
        Category::Hedge => "Hedged",
        Category::Source => "Unnamed sources",
        Category::Pending => "Undecided",
    }
}

/// Returns every name that the page has for a category, for the search.
#[must_use]
pub fn category_names(category: Category) -> [&'static str; 7] {
    let [one, many, other] = match category {
        Category::Hedge => ["hedge", "hedged wording", "hedging"],
        Category::Source => ["source", "sources", "unnamed"],
        Category::Pending => ["decisions", "open decisions", "open matters"],
    };
    [category.name(), category_name(category), category_plural(category), category_title(category), one, many, other]
}

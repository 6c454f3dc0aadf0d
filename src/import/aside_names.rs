//! What the names of the parts of a page say: `comment-list` is no article, `has-sidebar` and `social-affairs` say nothing.

/// Whether a part stands beside the article, by its name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Aside {
    /// It is none, whatever it is called.
    Never,
    /// It is one if most of the page is elsewhere: the word has other meanings.
    Perhaps,
    /// It is one.
    Surely,
}

/// Words that name something beside the article and nothing else.
const SURELY: &str = "breadcrumb breadcrumbs comment comments consent contentinfo cookie cookies dialog alertdialog disqus \
    newsletter navigation recirculation recommended related relatedposts sharedaddy subscribe taboola outbrain \
    trending pagination signup";
/// Words that often do.
const PERHAPS: &str = "ad ads advert advertisement banner bio complementary cta menu modal more nav overlay popup promo prompt \
    respond search share sharing sidebar social toolbar widget";
/// Words that may follow such a word in a name: `comment-list`, `ad-slot`.
const GENERIC: &str = "area bar block body bottom box buttons container content form group header icons inner item items left links \
    list module panel posts right section slot thread tools top wrapper";
/// Words that turn a name into a statement about the page or its layout: `has-sidebar`, `no-ads`, `comments-open`, `tag-cookies`.
const STATING: &str = "and category closed disabled enabled for format free has hide hidden is layout no not of off on open status \
    tag theme topic type with without less support above";

/// Returns what a name says. `comments-list` and `site-newsletter` are no article, `has-sidebar` and `social-affairs` say nothing.
pub(super) fn meaning(name: &str) -> Aside {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| has(STATING, word)) {
        return Aside::Never;
    }
    // What a name means stands last, before words such as `list`.
    let last = words.iter().rev().find(|word| !has(GENERIC, word) && !word.chars().all(char::is_numeric));
    match last {
        Some(word) if has(SURELY, word) => Aside::Surely,
        Some(word) if has(PERHAPS, word) => Aside::Perhaps,
        _ => Aside::Never,
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

impl Aside {
    /// Returns the stronger of what two names say.
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Surely, _) | (_, Self::Surely) => Self::Surely,
            (Self::Perhaps, _) | (_, Self::Perhaps) => Self::Perhaps,
            _ => Self::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_part_is() {
        for name in ["comments", "comment-list", "site-comments", "jp-relatedposts", "cookie-consent", "article_newsletter", "comments-2"] {
            assert_eq!(meaning(name), Aside::Surely, "{name}");
        }
        for name in ["ad", "ad-slot", "share", "paywall-prompt", "left-sidebar", "social__links", "top-banner"] {
            assert_eq!(meaning(name), Aside::Perhaps, "{name}");
        }
        for name in [
            "has-sidebar",
            "no-ads",
            "comment-enabled",
            "paywall",
            "comments-open",
            "category-cookies",
            "share-of-news",
            "social-affairs",
            "without-newsletter",
            "related-off",
            "adventure",
            "header",
            "postcomments",
            "content-with-sidebar",
            "is-shared",
            "",
        ] {
            assert_eq!(meaning(name), Aside::Never, "{name}");
        }
    }
}

//! Fuzz target: all readers of foreign input, which are files, web pages, share links, JSON, filters and lists. `make fuzz` runs it.
#![no_main]

use caveat_lector::export::Saved;
use caveat_lector::import::{decode, extract, inert, parse, tidy};
use caveat_lector::lexicon::List;
use caveat_lector::reading::{ExceptionList, Filter, Link};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let _ = (decode(bytes), Link::read(&text), Saved::read(&text));
    let _ = (Filter::decode(&text), ExceptionList::decode(&text));
    let page = parse(&inert(&text));
    let _ = (tidy(&page), extract(&page));
    if let Ok(list) = List::read(&text) {
        let _ = list.compile();
        // A written list is read as the same list.
        assert_eq!(List::read(&list.write()).expect("a list that was written can be read").write(), list.write());
    }
});

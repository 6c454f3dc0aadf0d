//! Aligns the sentences of two versions of a story: sentences correspond if they share many rare words.

use rustc_hash::FxHashMap;

/// A sentence of one version with its counterpart in the other, if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Aligned {
    pub earlier: Option<usize>,
    pub later: Option<usize>,
}

/// Smallest similarity, from 0 to 1, of sentences that correspond.
const ALIKE: f64 = 0.3;
/// Words in more sentences than this are not compared, which keeps the work linear.
const COMMON: usize = 60;

/// Returns all sentences in the order of the later version; a dropped one comes after the one that it followed.
pub(super) fn align(earlier: &[String], later: &[String]) -> Vec<Aligned> {
    let partners = partners(earlier, later);
    let mut taken = vec![false; earlier.len()];
    partners.iter().flatten().for_each(|number| taken[*number] = true);
    let dropped = |from: usize| (from..earlier.len()).take_while(|number| !taken[*number]);
    let gone = |number: usize| Aligned { earlier: Some(number), later: None };
    let mut aligned: Vec<Aligned> = dropped(0).map(gone).collect();
    for (number, partner) in partners.iter().enumerate() {
        aligned.push(Aligned { earlier: *partner, later: Some(number) });
        aligned.extend(partner.iter().flat_map(|partner| dropped(partner + 1)).map(gone));
    }
    aligned
}

/// Returns the earlier sentence for each later one. Equal sentences are paired first, then the most similar ones; between equally similar
/// ones the nearest in position wins.
fn partners(earlier: &[String], later: &[String]) -> Vec<Option<usize>> {
    let (mut partners, mut taken) = same(earlier, later);
    let (before, after): (Vec<_>, Vec<_>) =
        (earlier.iter().map(|text| words(text)).collect(), later.iter().map(|text| words(text)).collect());
    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (number, words) in before.iter().enumerate() {
        for word in words {
            places.entry(word).or_default().push(number);
        }
    }
    let weight =
        |word: &String| places.get(word.as_str()).map_or(1.0, |places| 1.0 / f64::from(u32::try_from(places.len()).unwrap_or(1)).sqrt());
    let total = |words: &Vec<String>| words.iter().map(weight).sum::<f64>();
    let totals: Vec<f64> = before.iter().map(total).collect();
    let mut candidates = Vec::new();
    for (number, words) in after.iter().enumerate().filter(|(number, _)| partners[*number].is_none()) {
        let mut shared: FxHashMap<usize, f64> = FxHashMap::default();
        for word in words {
            let here = places.get(word.as_str()).filter(|here| here.len() <= COMMON);
            for place in here.into_iter().flatten().filter(|place| !taken[**place]) {
                *shared.entry(*place).or_default() += weight(word);
            }
        }
        let own = total(words);
        candidates.extend(shared.into_iter().map(|(place, sum)| (2.0 * sum / (own + totals[place]), number, place)));
    }
    candidates.retain(|(alike, ..)| *alike >= ALIKE);
    candidates.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then((a.1.abs_diff(a.2), a.1, a.2).cmp(&(b.1.abs_diff(b.2), b.1, b.2))));
    for (_, number, place) in candidates {
        if partners[number].is_none() && !taken[place] {
            partners[number] = Some(place);
            taken[place] = true;
        }
    }
    partners
}

/// Pairs equal sentences in order. Also returns which earlier sentences are paired.
fn same(earlier: &[String], later: &[String]) -> (Vec<Option<usize>>, Vec<bool>) {
    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (number, text) in earlier.iter().enumerate().rev() {
        places.entry(text).or_default().push(number);
    }
    let mut taken = vec![false; earlier.len()];
    let partners = later.iter().map(|text| {
        let partner = places.get_mut(text.as_str()).and_then(Vec::pop)?;
        taken[partner] = true;
        Some(partner)
    });
    (partners.collect(), taken)
}

/// Returns the distinct words of a sentence in lower case.
fn words(sentence: &str) -> Vec<String> {
    let mut words: Vec<String> =
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(earlier: &[&str], later: &[&str], expected: &[(Option<usize>, Option<usize>)]) {
        let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let aligned = align(&own(earlier), &own(later));
        assert_eq!(aligned.iter().map(|pair| (pair.earlier, pair.later)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn sentences_find_each_other_when_moved_and_reworded() {
        let earlier = ["The harbour was closed on Monday.", "Two boats sank in the storm.", "Nobody was hurt."];
        let later = ["Three boats sank in the heavy storm.", "The harbour was closed.", "It rained."];
        check(&earlier, &later, &[(Some(1), Some(0)), (Some(2), None), (Some(0), Some(1)), (None, Some(2))]);
        check(&earlier, &earlier, &[(Some(0), Some(0)), (Some(1), Some(1)), (Some(2), Some(2))]);
        check(&[], &["Well."], &[(None, Some(0))]);
        check(&["Well.", "Well."], &["Well.", "Well."], &[(Some(0), Some(0)), (Some(1), Some(1))]);
        check(&["Well."], &[], &[(Some(0), None)]);
    }
}

//! Comparing how long two pieces of work take.

/// How many times as long the first takes as the second. What else runs on the machine slows down both, and the least of several tries counts.
pub fn least_ratio<A, B>(first: impl Fn() -> A, second: impl Fn() -> B) -> f64 {
    let tries = (0..5).map(|_| {
        let start = std::time::Instant::now();
        first();
        let between = std::time::Instant::now();
        second();
        (between - start).as_secs_f64() / between.elapsed().as_secs_f64()
    });
    tries.fold(f64::INFINITY, f64::min)
}

//! One program: in a browser it mounts the page, in a terminal it is the command.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    caveat_lector::cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    caveat_lector::ui::mount();
}

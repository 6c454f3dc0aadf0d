//! The program: compiled for wasm32 it mounts the page, compiled for the host it runs the command.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    caveat_lector::cli::run()
}

#[cfg(all(target_arch = "wasm32", feature = "page"))]
fn main() {
    caveat_lector::ui::mount();
}

//! The web app: it shows the engine's views, and carries out the engine's effects.

mod app;
mod browser;
mod components;
mod keys;
mod pages;
mod shell;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod testing;
mod text;

use gloo::timers::callback::Timeout;

/// Bytes on the wire decide how soon the page is alive, so the allocator is the smallest that still takes constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    yew::set_custom_panic_hook(Box::new(browser::crash::report));
    // The browser has its turn between making the app ready and drawing it, since each takes a slow phone long.
    Timeout::new(0, || {
        if let Some(root) = browser::page::app_root() {
            yew::Renderer::<app::App>::with_root(root).render();
        }
        // The first number and the first date take the browser a while: each has a turn of its own, before a page needs it.
        for make_ready in [browser::intl::make_ready as fn(), browser::moment::make_ready] {
            Timeout::new(0, make_ready).forget();
        }
    })
    .forget();
}

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

fn main() {
    yew::set_custom_panic_hook(Box::new(browser::crash::report));
    if let Some(root) = browser::page::app_root() {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}

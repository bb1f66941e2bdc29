//! From a view to the text of a document.

use axum::{
    body::Body,
    http::{Request, Uri},
};
use http_body_util::BodyExt;
use leptos::IntoView;

/// Lets Leptos run its tasks on Tokio. Called once before the first page; again does nothing.
pub fn prepare() {
    // The error says that it has been done already.
    let _ = any_spawner::Executor::init_tokio();
}

/// Renders `view` as a whole document.
///
/// Leptos gets an empty request: nothing of the visitor can reach a page but by its arguments. What
/// it appends after the document, inline scripts for a hydration that is not used, is cut off; so are
/// its marks between views, which are no valid HTML and which no island here needs.
pub async fn html<V: IntoView + 'static>(view: impl Fn() -> V + Clone + Send + Sync + 'static) -> String {
    const END: &str = "</html>";
    const MARK: &str = "<!>";
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = Uri::from_static("/");
    let response = leptos_axum::render_app_async_with_context(|| {}, view)(request).await;
    let body = match response.into_body().collect().await {
        Ok(body) => body.to_bytes(),
        Err(_) => return String::new(),
    };
    let mut text = String::from_utf8_lossy(&body).into_owned();
    if let Some(end) = text.rfind(END) {
        text.truncate(end + END.len());
    }
    text.replace(MARK, "")
}

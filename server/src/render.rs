//! From a view to the text of a document.

use axum::{
    body::Body,
    http::{Request, Uri},
};
use http_body_util::BodyExt;
use leptos::IntoView;

/// Renders `view` as a whole document.
///
/// Leptos gets an empty request: nothing of the visitor can reach a page but by its arguments. What
/// it appends after the document, inline scripts for a hydration that is not used, is cut off.
pub async fn html<V: IntoView + 'static>(view: impl Fn() -> V + Clone + Send + Sync + 'static) -> String {
    const END: &str = "</html>";
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
    text
}

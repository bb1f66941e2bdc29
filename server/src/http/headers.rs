//! The headers of every answer. A route's own header is never overridden.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// No script at all: pages without an island.
pub const CSP_READING: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
     form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

/// Own script files and WebAssembly: pages with an island.
pub const CSP_ISLAND: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
     object-src 'none'; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 11] = [
    (header::CONTENT_SECURITY_POLICY, CSP_READING),
    // Not `no-referrer`: under it, browsers without Sec-Fetch-Site send the portal's own forms with
    // `Origin: null`, and the origin guard could not tell them from a stranger's. Nobody else gets one.
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains; preload"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), \
         geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
         picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), \
         xr-spatial-tracking=()",
    ),
    (HeaderName::from_static("x-robots-tag"), "noindex"),
];

/// Adds what the route has not set itself.
pub async fn add(request: Request, next: Next) -> Response {
    let front = request.uri().path() == "/";
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if front {
        headers
            .entry(HeaderName::from_static("x-robots-tag"))
            .or_insert(HeaderValue::from_static("noarchive"));
    }
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

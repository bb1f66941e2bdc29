//! The headers of every answer. A route's own header is never overridden.

use app::ui::document::{PageMeta, PageScript};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// No script at all: pages without an island.
const CSP_READING: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
     form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

/// Own script files, which ask the portal alone: pages with a form of several steps.
const CSP_STEPS: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

/// Own script files and WebAssembly: pages with an island.
const CSP_ISLAND: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
     object-src 'none'; frame-ancestors 'none'";

const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// Nothing of the device: all pages but those of the desk.
const PERMIT_NOTHING: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
     fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), \
     usb=(), xr-spatial-tracking=()";

/// Passkeys alone: the desk.
const PERMIT_PASSKEYS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
     fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     picture-in-picture=(), publickey-credentials-create=(self), publickey-credentials-get=(self), \
     screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

const ALWAYS: [(HeaderName, &str); 11] = [
    (header::CONTENT_SECURITY_POLICY, CSP_READING),
    // Not `no-referrer`: under it, browsers without Sec-Fetch-Site send the portal's own forms with
    // `Origin: null`, and the origin guard could not tell them from a stranger's. Nobody else gets one.
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=63072000"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (PERMISSIONS, PERMIT_NOTHING),
    (HeaderName::from_static("x-robots-tag"), "noindex"),
];

/// Adds what the route has not set itself; `front` says that the answer is the front page.
pub fn add(headers: &mut HeaderMap, front: bool) {
    headers.reserve(ALWAYS.len());
    if front {
        headers
            .entry(HeaderName::from_static("x-robots-tag"))
            .or_insert(HeaderValue::from_static("noarchive"));
    }
    for (name, value) in &ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}

/// What script a page may run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Script {
    None,
    /// Own script files.
    Steps,
    /// The same, with passkeys.
    Desk,
    /// Own script files and WebAssembly.
    Island,
}

impl Script {
    #[must_use]
    pub const fn of(meta: &PageMeta) -> Self {
        match (meta.island.is_some(), meta.script) {
            (true, _) => Self::Island,
            (false, Some(PageScript::Steps | PageScript::Plan)) => Self::Steps,
            (false, Some(PageScript::Desk)) => Self::Desk,
            (false, None) => Self::None,
        }
    }

    /// Lets the page of an answer run its script.
    pub fn permit(self, headers: &mut HeaderMap) {
        let policy = match self {
            Self::None => return,
            Self::Steps | Self::Desk => CSP_STEPS,
            Self::Island => CSP_ISLAND,
        };
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        if self == Self::Desk {
            headers.insert(PERMISSIONS, HeaderValue::from_static(PERMIT_PASSKEYS));
        }
    }
}

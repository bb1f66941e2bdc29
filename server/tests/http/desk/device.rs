//! A device with a key on it, as far as the portal can tell (`WebAuthn`, an ES256 key without attestation).

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const HOST: &str = "hjaelp.example";

/// The key, and what the device says of itself.
#[derive(Clone)]
pub struct Device {
    pub secret: [u8; 32],
    pub id: Vec<u8>,
    /// The owner's name as the portal gave it.
    pub owner: String,
    pub origin: String,
    pub counter: u32,
    /// Whether it has asked for a finger, a face or a PIN.
    pub is_verified: bool,
}

impl Device {
    /// Makes a key for what a page asks for; gives what the page sends.
    pub fn make(options: &str) -> (Self, String) {
        let options: Value = serde_json::from_str(&options.replace("&quot;", "\"")).expect("options");
        let challenge = options["challenge"].as_str().expect("a challenge");
        assert_eq!(
            options["authenticatorSelection"]["residentKey"], "required",
            "to be found without a name"
        );
        // Another key each time, and always the same for the same challenge.
        let secret: [u8; 32] = Sha256::digest(challenge).into();
        let device = Self {
            secret,
            id: Sha256::digest(secret)[..20].to_vec(),
            owner: options["user"]["id"].as_str().expect("an owner").to_owned(),
            origin: format!("https://{HOST}"),
            counter: 1,
            is_verified: true,
        };
        let mut made = device.describe(0x40);
        made.extend([0; 16]);
        made.extend(u16::try_from(device.id.len()).expect("a short id").to_be_bytes());
        made.extend(&device.id);
        made.extend(device.write_public_key());
        // A map of three, in CBOR: the format, an empty statement, and what the device says.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(made.len()).expect("less than 256 bytes"));
        object.extend(made);
        let client = device.write_client_data("webauthn.create", challenge);
        let credential =
            device.write(&json!({ "attestationObject": encode(&object), "clientDataJSON": encode(&client) }));
        (device, credential)
    }

    /// Signs what the portal asks for; gives what the page sends.
    pub fn sign(&self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).expect("options");
        let client =
            self.write_client_data("webauthn.get", options["challenge"].as_str().expect("a challenge"));
        let data = self.describe(0);
        let signature: Signature = self.key().sign(&[&data[..], &Sha256::digest(&client)].concat());
        self.write(&json!({
            "authenticatorData": encode(&data),
            "clientDataJSON": encode(&client),
            "signature": encode(signature.to_der().as_bytes()),
            "userHandle": self.owner,
        }))
    }

    fn key(&self) -> SigningKey {
        SigningKey::from_slice(&self.secret).expect("a key")
    }

    /// Which host, what was asked of whoever holds it, and how often it has signed.
    fn describe(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(HOST).to_vec();
        data.push(flags | 0x01 | if self.is_verified { 0x04 } else { 0 });
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// The public half as COSE writes it.
    fn write_public_key(&self) -> Vec<u8> {
        let point = self.key().verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().expect("a point"), point.y().expect("a point"));
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", &x[..], b"\x22\x58\x20", &y[..]].concat()
    }

    fn write_client_data(&self, kind: &str, challenge: &str) -> Vec<u8> {
        let data =
            json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        data.to_string().into_bytes()
    }

    fn write(&self, response: &Value) -> String {
        let id = encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} })
            .to_string()
    }
}

fn encode(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

import type { CDPSession, Page } from '@playwright/test';

/** A device with a screen lock, as far as the browser can tell. */
export class VirtualAuthenticator {
  private constructor(
    private readonly session: CDPSession,
    private readonly id: string,
  ) {}

  /**
   * Whoever holds it touches it as soon as she is asked: without `autofill` only when a button was
   * pressed, as the browser then says that it has no list under a field.
   */
  static async plugInto(page: Page, { autofill = false } = {}): Promise<VirtualAuthenticator> {
    if (!autofill) {
      await page.addInitScript(() => {
        PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
      });
    }
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new VirtualAuthenticator(session, authenticatorId);
  }

  /** Whether the screen lock is opened when it is asked for. */
  async setVerified(isUserVerified: boolean): Promise<void> {
    const { id: authenticatorId } = this;
    await this.session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  }

  async credentials() {
    const { id: authenticatorId } = this;
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId });
    return credentials;
  }

  /** The same passkeys with another counter, as on a copy of the device. */
  async setCounter(signCount: number): Promise<void> {
    const { id: authenticatorId } = this;
    for (const credential of await this.credentials()) {
      const { credentialId } = credential;
      await this.session.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
      await this.session.send('WebAuthn.addCredential', {
        authenticatorId,
        credential: { ...credential, signCount },
      });
    }
  }
}

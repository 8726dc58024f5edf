package org.nabla.lti.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.account.WayIn;
import org.nabla.account.door.SignOn;

/** The way in by a link in a course of a learning platform. */
@Singleton
class ByPlatform implements WayIn {

    @CheckedTemplate(basePath = "lti", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance otherAccount();
    }

    private final PlatformIdentities identities;
    private final SignOn signOn;

    ByPlatform(PlatformIdentities identities, SignOn signOn) {
        this.identities = identities;
        this.signOn = signOn;
    }

    @Override
    public Optional<RawString> panel(UserId user) {
        return signOn.isWithoutPassword(user) && identities.vouchedFor(user)
                ? Optional.of(new RawString(Templates.otherAccount().render()))
                : Optional.empty();
    }

    @Override
    public int count(UserId user) {
        return identities.count(user);
    }
}

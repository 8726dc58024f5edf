package org.nabla.interop;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.ac.ox.ctl.lti13.Lti13Configurer;
import uk.ac.ox.ctl.lti13.security.oauth2.client.lti.authentication.OidcLaunchFlowAuthenticationProvider;
import uk.ac.ox.ctl.lti13.security.oauth2.client.lti.web.LTIAuthorizationGrantType;
import uk.ac.ox.ctl.lti13.security.oauth2.client.lti.web.OAuth2LoginAuthenticationFilter;
import uk.ac.ox.ctl.lti13.security.oauth2.client.lti.web.OptimisticAuthorizationRequestRepository;

/**
 * A tool made with spring-security-lti13, on this machine, as its own documentation makes one. Prints its own address when it
 * listens, answers who came as JSON, and ends when its input does.
 */
@SpringBootApplication
@RestController
public class Tool {

    public static void main(String[] args) throws Exception {
        SpringApplication.run(Tool.class, args);
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    @EventListener
    void listening(ServletWebServerInitializedEvent event) {
        System.out.println("listening at http://localhost:" + event.getWebServer().getPort());
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers("/error").permitAll().anyRequest().authenticated());
        http.with(new Remembering(), tool -> {});
        return http.build();
    }

    /** Without this a person is known for one request alone since Spring Security 6. */
    static class Remembering extends Lti13Configurer {
        @Override
        protected OAuth2LoginAuthenticationFilter configureLoginFilter(
                ClientRegistrationRepository platforms,
                OidcLaunchFlowAuthenticationProvider provider,
                OptimisticAuthorizationRequestRepository requests) {
            var filter = super.configureLoginFilter(platforms, provider, requests);
            filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
            return filter;
        }
    }

    @Bean
    ClientRegistrationRepository platforms(Environment settings) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("platform")
                .issuerUri(settings.getRequiredProperty("platform.issuer"))
                .clientId(settings.getRequiredProperty("platform.client"))
                .authorizationGrantType(LTIAuthorizationGrantType.IMPLICIT)
                .scope("openid")
                .redirectUri("{baseUrl}/lti/login")
                .authorizationUri(settings.getRequiredProperty("platform.authorization"))
                .tokenUri(settings.getRequiredProperty("platform.token"))
                .jwkSetUri(settings.getRequiredProperty("platform.jwks"))
                .build());
    }

    @GetMapping("/")
    Map<String, Object> who(@AuthenticationPrincipal OAuth2User person) {
        return Map.of("name", person.getAttributes().getOrDefault("name", ""));
    }
}

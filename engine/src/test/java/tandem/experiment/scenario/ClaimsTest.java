package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.claims.Claim;
import tandem.claims.Contrast;
import tandem.claims.Expectation;
import tandem.claims.Statistic;

class ClaimsTest {
    private static final String FACTORS = """
        factors:
          training.batch_size: [8, 16, full]
          help: {none: {}, clip: {training.clip: {norm: 1}}}
        """;

    private static final String CLAIM = "  - {name: a, says: So., measure: train_loss, expect: {above: 0}}\n";

    private static ImmutableList<Claim> claims(String more) {
        return Texts.read(Texts.HEAD + FACTORS + "claims:\n" + more).claims();
    }

    @Test
    void aClaimHasDefaults() {
        assertThat(claims(CLAIM))
                .containsExactly(new Claim(
                        "a",
                        "So.",
                        Optional.empty(),
                        ImmutableMap.of(),
                        "train_loss",
                        Optional.empty(),
                        new Expectation.Above(0),
                        new Statistic.Mean(),
                        Optional.empty(),
                        0.95,
                        false));
    }

    @Test
    void everyPartOfAClaimIsRead() {
        assertThat(claims("""
            - name: all
              says: "With clipping, smaller batches: more loss."
              source: A paper, section 2
              where: {help: clip}
              measure: train_min_loss
              minus: validation_loss
              statistic: {quantile: 0.9}
              contrast: {training.batch_size: [16, 8]}
              expect: {between: [-1, 2.5]}
              confidence: 0.99
            """.indent(2)))
                .containsExactly(new Claim(
                        "all",
                        "With clipping, smaller batches: more loss.",
                        Optional.of("A paper, section 2"),
                        ImmutableMap.of("help", "clip"),
                        "train_min_loss",
                        Optional.of("validation_loss"),
                        new Expectation.Between(-1, 2.5),
                        new Statistic.Quantile(0.9),
                        Optional.of(new Contrast("training.batch_size", "16", "8")),
                        0.99,
                        false));
    }

    @Test
    void statisticsAndExpectationsHaveTheirKinds() {
        var claims = claims("""
            - {name: a, says: S, measure: m, statistic: median, expect: {below: -0.5}}
            - {name: b, says: S, measure: m, statistic: {share: {above: 3}}, expect: {above: 0.8}}
            - {name: c, says: S, measure: m, statistic: {share: {below: 3}}, expect: {below: 0.8}}
            - {name: d, says: S, measure: m, statistic: mean, expect: {equals: 2, tolerance: 0}}
            - {name: e, says: S, measure: m, expect: {increases: training.batch_size}}
            - {name: f, says: S, measure: m, expect: {decreases: help}}
            """.indent(2));
        assertThat(claims.stream().map(Claim::statistic))
                .startsWith(
                        Statistic.Quantile.MEDIAN,
                        new Statistic.ShareAbove(3),
                        new Statistic.ShareBelow(3),
                        new Statistic.Mean());
        assertThat(claims.stream().map(Claim::expect))
                .containsExactly(
                        new Expectation.Below(-0.5),
                        new Expectation.Above(0.8),
                        new Expectation.Below(0.8),
                        new Expectation.Equals(2, 0),
                        new Expectation.Increases("training.batch_size", ImmutableList.of("8", "16", "full")),
                        new Expectation.Decreases("help", ImmutableList.of("none", "clip")));
    }

    @Test
    void claimsDecideNothingAboutTheRuns() {
        var with = Texts.read(Texts.HEAD + FACTORS + "claims:\n" + CLAIM);
        var without = Texts.read(Texts.HEAD + FACTORS);
        assertThat(with.experimentYaml()).isEqualTo(without.experimentYaml()).doesNotContain("claims");
        assertThat(with.resolvedYaml()).isNotEqualTo(without.resolvedYaml()).contains("claims:\n  - {name: a, says:");
    }

    @Test
    void resolvedClaimsReadBackToTheSame() {
        var scenario = Texts.read(Texts.HEAD + FACTORS + "claims:\n" + CLAIM + """
              - name: b
                says: 'What "it": says # so'
                where: {training.batch_size: full}
                contrast: {help: [none, clip]}
                measure: train_loss
                statistic: {share: {below: 1e-3}}
                expect: {between: [0, 0.5]}
            """);
        var again = Texts.read(scenario.resolvedYaml());
        assertThat(again.claims()).isEqualTo(scenario.claims());
        assertThat(again.resolvedYaml()).isEqualTo(scenario.resolvedYaml());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a file, all of it train, nothing trained
                "source: iris | {kind: softmax, initializer: zeros} | {optimizer: {kind: none}} | 1 | true",
                "source: iris | {kind: softmax} | {optimizer: {kind: none}} | 1 | false",
                "source: iris | {kind: softmax, initializer: zeros} | {optimizer: {kind: sgd}, batch_size: full,"
                        + " epochs: 5} | 3 | true",
                "source: iris | {kind: softmax, initializer: zeros} | {optimizer: {kind: sgd}, batch_size: 5, epochs:"
                        + " 5} | 1 | false",
                "source: iris | {kind: softmax, initializer: zeros} | {optimizer: {kind: newton}, penalty: {l2: 1}} |"
                        + " 1 | true",
                "{source: iris, validation: 0.2} | {kind: softmax, initializer: zeros} | {optimizer: {kind: none}} | 1"
                        + " | false",
                "{source: iris, validation: 0.2, split: last} | {kind: softmax, initializer: zeros} | {optimizer:"
                        + " {kind: none}} | 1 | true",
                "source: {kind: logit, examples: 9, slope: 1, intercept: 0} | {kind: logistic, start: {slope: 1,"
                        + " intercept: 0}} | {optimizer: {kind: none}} | 1 | false",
                "{source: {kind: logit, examples: 9, slope: 1, intercept: 0}, r_seed: {first: 845}} | {kind: logistic,"
                        + " start: {slope: 1, intercept: 0}} | {optimizer: {kind: none}} | 1 | false",
                "{source: {kind: logit, examples: 9, slope: 1, intercept: 0}, r_seed: {first: 845}} | {kind: logistic,"
                        + " start: {slope: 1, intercept: 0}} | {optimizer: {kind: none}} | {count: 2, hold: [data]} |"
                        + " true",
            })
    void aClaimIsExactWhereNothingIsDrawn(
            String data, String model, String training, String replicates, boolean exact) {
        String section = data.startsWith("{") ? data : "{" + data + "}";
        var scenario = Texts.read("name: s\ndata: " + section + "\nmodel: " + model + "\ntraining: " + training
                + "\nreplicates: " + replicates + "\nclaims:\n" + CLAIM);
        assertThat(scenario.claims().getFirst().exact()).isEqualTo(exact);
    }

    @Test
    void aClaimIsExactByTheCellsItIsAbout() {
        var scenario = Texts.read("""
            name: s
            data: {source: iris}
            model: {kind: softmax, initializer: zeros}
            training: {optimizer: {kind: sgd}, epochs: 5}
            factors: {training.batch_size: [8, full]}
            claims:
              - {name: a, says: S, where: {training.batch_size: full}, measure: train_loss, expect: {above: 0}}
              - {name: b, says: S, where: {training.batch_size: 8}, measure: train_loss, expect: {above: 0}}
              - {name: c, says: S, measure: train_loss, expect: {above: 0}}
              - {name: d, says: S, contrast: {training.batch_size: [full, 8]}, measure: train_loss, expect: {above: 0}}
            """);
        assertThat(scenario.claims().stream().map(Claim::exact)).containsExactly(true, false, false, false);
    }

    @Test
    void overridesMayLeaveClaimsOut() {
        String yaml = Texts.HEAD + FACTORS
                + "claims:\n  - {name: a, says: S, where: {help: clip}, measure: m, expect: {above: 0}}\n";
        assertThat(Texts.read(yaml, Texts.set("claims=[]")).claims()).isEmpty();
    }
}

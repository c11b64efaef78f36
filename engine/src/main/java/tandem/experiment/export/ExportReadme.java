package tandem.experiment.export;

import tandem.experiment.run.ReplayedRun.Trained;
import tandem.tables.Column;

/** The documentation of an export, which lies beside its files. */
final class ExportReadme {
    private static final String TEXT = """
        # One run of Tandem

        Everything that is needed to train this classifier again with other software, and what came of it. Numbers are IEEE doubles in the
        shortest decimals that read back to the same bits; fields are separated by commas, lines end in line feeds, the text is UTF-8.

        | file | one row per | holds |
        |---|---|---|
        | run.json | - | which run this is, all settings with their defaults, and its row of runs.csv |
        | train.csv, validation.csv, test.csv | example | the examples as they were used, after corruption and standardization, in their order; an absent split has no file |
        | batches.csv | epoch and position | the order in which training sees the examples; absent where there are no batches (optimizers none and newton) |
        | initial_parameters.csv | parameter | before the first update |
        | final_parameters.csv | parameter | after the last epoch; absent where the run diverged |
        | epochs.csv | epoch and split | loss, accuracy and more at the end of every epoch, epoch 0 being the start |

        ## run.json

        | key | unit | meaning |
        |---|---|---|
        | numerics_version | - | version of everything that decides the last digits |
        | scenario, run, cell, replicate, seed, factors | - | which run this is: its numbers in its grid, the master seed, its level of every factor |
        | data.files | - | name and SHA-256 of the files that the examples came from; empty for generated examples |
        | data.features, data.classes | - | names: feature x0 is the first of features, label 0 the first of classes |
        | data.examples | examples | size of each split |
        | layers | units | of dense networks, first to last; activation is that of the layer's outputs, none for the logits; absent where a network has other layers |
        | network | - | all layers, first to last: kind, settings, shapes of what it takes and gives ([height, width, channels] of an image, [count] of features), and in parameters the number of the layer in the tables of parameters, which those without have not |
        | training.epochs, training.batch_size | epochs, examples | the batch size is that of all batches but the last, which may be shorter |
        | training.dropout_seed | - | seed of the dropout masks, a signed number of 64 bits; absent without dropout |
        | training.rate_shares | 1 | for each epoch what the learning rate is multiplied by |
        | settings | as in scenarios | data, corruption, model and training of the run as in a scenario, every default written out; documented by `tandem schema` |
        | results | see results/README.md | its row of runs.csv; null where a field is empty |

        ## Examples

        | column | unit | meaning |
        |---|---|---|
        | position | - | place in the split, from 0 |
        | id | - | place in the source, from 0 |
        | x0, x1, ... | the feature's, or standard deviations where standardized | features |
        | label | - | class that training and scoring see, from 0 |
        | clean_label | - | class before labels were corrupted, from 0 |
        | weight | 1 | in train.csv: what the example's loss is multiplied by in the objective, weights of classes and of examples together |

        ## batches.csv

        | column | unit | meaning |
        |---|---|---|
        | epoch | epoch | from 1 |
        | position | - | place in the epoch, from 0; batch b holds the positions from b * batch_size on, and the last batch what is left |
        | example | - | position of the example in train.csv |

        ## Parameters

        | column | unit | meaning |
        |---|---|---|
        | layer | - | from 1, the first behind the features that has parameters; auxiliary classifiers are counted last |
        | kind | - | weight or bias; of a batch normalization scale, shift, and its statistics running_mean and running_variance |
        | output | - | unit, filter or channel of the layer, from 0 |
        | input | - | unit of the layer before, or feature, from 0; of a convolution the place in its window, ordered [y][x][channel]; empty for other kinds than weight |
        | value | 1 | the parameter |

        ## What is computed

        A layer gives `z_o = sum over i of w_oi a_i + b_o`; hidden layers apply the activation, `max(0, z)` with slope 0 at 0, `tanh z` or
        `1 / (1 + exp(-z))`. The last layer's z are the logits. With one logit z the probability of class 1 is `1 / (1 + exp(-z))` and class 1 is
        predicted where it is above `model.threshold`; with several, probabilities are their softmax and the largest logit is predicted, the first
        of equal ones.

        Other layers than dense ones are computed as follows; images and what flatten makes of them are ordered [y][x][channel].

        | kind | training | otherwise |
        |---|---|---|
        | convolution | `z[y][x][f] = b_f + sum over i, j, c of w_f[i][j][c] a[y * stride + i - before][x * stride + j - before][c]`, zeros beyond the border; before is the padding, and with same `floor(max(0, (places - 1) * stride + size - length) / 2)` for `places = ceil(length / stride)` | the same |
        | max_pooling, average_pooling | the largest value, or the mean, of each whole window and channel; a gradient goes to the first largest value, row by row | the same |
        | batch_normalization | `scale (a - mean) / sqrt(variance + epsilon) + shift`, channel by channel, with mean and variance (dividing by n) of the batch over examples and places | the same with the running statistics |
        | dropout | 0 where the mask says so, otherwise `a / (1 - rate)` | `a` |
        | auxiliary | a dense layer beside the others, one logit a class, on the flattened values; weight times its loss is minimised too | part of the objective alone |

        Running statistics begin at 0 and 1; each step makes them `momentum running + (1 - momentum) batch` in the form keras and
        `(1 - momentum) running + momentum batch` in the form pytorch, where the batch's variance divides by n - 1. Scales and shifts are penalised, and
        decayed, as biases are. In numbers of 64 bits that wrap around, `mix(z)` is `z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9; z = (z ^ (z >>> 27)) *
        0x94d049bb133111eb; z ^ (z >>> 31)` and `part(s, i) = mix((s ^ (i * 0xd1342543de82ef95)) + 0x9e3779b97f4a7c15)`. The mask of the dropout layer with
        index i in epoch e has the seed `s = part(part(dropout_seed, e), i)`; of the example at a position of batches.csv it drops value u of n, counted [y][x][channel], where
        the upper 53 bits of `mix(s + (position * n + u + 1) * 0x9e3779b97f4a7c15)`, as a share of 2^53, are below the rate.

        loss is the plain mean cross-entropy in nats of a split at the end of an epoch. Training minimises, batch by batch, the mean over the
        batch (divided by the number of its examples) of `training.loss`, times the weight of the example, plus
        `l2 * sum of squares + l1 * sum of absolute values` of the weights, and of the biases where `penalty.bias` is true. That mean includes the means
        of auxiliary classifiers times their weight; flooding turns its gradient where it is below the level. The gradient of both together, over all
        parameters, is clipped where `training.clip` says so. Then the optimizer makes a step with gradient g and learning rate r:

        | optimizer | step |
        |---|---|
        | sgd | `w -= r g` |
        | momentum | `b = momentum b + g; w -= r b` |
        | nesterov | `b = momentum b + g; w -= r (g + momentum b)` |
        | rmsprop | `v = decay v + (1 - decay) g^2`; keras: `w -= r g / sqrt(v + epsilon)`; pytorch: `w -= r g / (sqrt(v) + epsilon)` |
        | adam | `m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2; c1 = 1 - beta1^t; c2 = 1 - beta2^t` at step t from 1; keras: `w -= r sqrt(c2) / c1 m / (sqrt(v) + epsilon)`; pytorch: `w -= r / c1 m / (sqrt(v / c2) + epsilon)` |
        | adamw | before each step of adam the weights, and biases where decay_bias is true, shrink by `1 - r weight_decay` |
        | newton | damped Newton iterations on the whole train split, one an epoch |
        | none | nothing: the start is scored |

        All buffers start at 0. With `training.average` the parameters at the end of an epoch, and the final ones, are the average of
        `a = decay a + (1 - decay) w` over steps, begun at the first step's outcome, while training goes on with w.

        ## epochs.csv

        | column | unit | range | meaning |
        |---|---|---|---|
        """;

    private ExportReadme() {}

    static String of(Trained trained) {
        var text = new StringBuilder(TEXT);
        for (Column column : trained.epochsSchema().columns()) {
            text.append("| ")
                    .append(column.name())
                    .append(" | ")
                    .append(column.unit())
                    .append(" | ")
                    .append(column.range())
                    .append(" | ")
                    .append(column.definition())
                    .append(" |\n");
        }
        return text.toString();
    }
}

/**
 * The Temporal Sigmoid Belief Network (section 2 of the paper) and its recognition network (section
 * 3).
 *
 * <p>Every conditional of every variant has one form, the {@link tsbn.model.sbn.LaggedAffine} map:
 *
 * <pre>  eta^l_t = b^l + sum over links (m, d) of W x^m_{t-d},   p(x^l_t = 1) = sigmoid(eta^l_t)
 * </pre>
 *
 * Layer 0 is the frame, layers 1 .. L are hidden, L is the top; a {@link tsbn.model.sbn.Link} says
 * which layer looks at which, how many steps back. An {@link tsbn.model.sbn.Architecture} is
 * nothing but the choice of links, kinds of layers and likelihood: SBN, HMSBN, TSBN, DTSBN-S and
 * DTSBN-D of any order are values, not classes. A deterministic layer is max(eta, 0); p and q each
 * have their own. Real-valued frames have a second head, log sigma, whose blocks bear a prime;
 * counts go through a softmax.
 *
 * <table>
 *   <caption>The paper's symbols with one hidden layer</caption>
 *   <tr><th>p</th><th>q</th><th>link</th><th>block, source x target</th></tr>
 *   <tr><td>W1</td><td>U1</td><td>hidden on past hidden</td><td>J x J</td></tr>
 *   <tr><td>W2</td><td></td><td>visible on hidden</td><td>J x M: the dictionary</td></tr>
 *   <tr><td></td><td>U2</td><td>hidden on visible</td><td>M x J</td></tr>
 *   <tr><td>W3</td><td>U3</td><td>hidden on past visible</td><td>M x J</td></tr>
 *   <tr><td>W4</td><td></td><td>visible on past visible</td><td>M x M</td></tr>
 *   <tr><td>b, c</td><td>d</td><td>biases of hidden, visible; hidden</td><td>1 x J, 1 x M; 1 x J</td></tr>
 * </table>
 *
 * <p>A pass is a {@link tsbn.model.sbn.Trace} over several sequences and K samples of each, laid
 * out frame by frame ({@link tsbn.model.sbn.Layout}): q draws the states, both nets score every
 * frame and leave the gradient with respect to eta, x - sigmoid(eta), from which every other
 * follows as a product, through deterministic layers back in time.
 */
package tsbn.model.sbn;
